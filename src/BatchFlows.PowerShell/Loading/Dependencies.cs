#if NET
using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace BatchFlows.Loading;

/// <summary>
/// Loads everything beside the cmdlets into a context of its own, so that no other module's assemblies can break ours,
/// nor ours theirs. This file is for PowerShell 7; Windows PowerShell 5.1 has no contexts and uses the other file.
/// </summary>
internal static class Dependencies
{
    private static readonly string Folder = Path.Combine(
        Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!, "deps");
    private static readonly PrivateContext Context = new();

    public static void Enable() => AssemblyLoadContext.Default.Resolving += ResolveBridge;

    public static void Disable() => AssemblyLoadContext.Default.Resolving -= ResolveBridge;

    /// <summary>Resolves our other rooms, the only assemblies that the cmdlets reference.</summary>
    private static Assembly? ResolveBridge(AssemblyLoadContext context, AssemblyName name) =>
        name.Name!.StartsWith("BatchFlows.", StringComparison.Ordinal) && File.Exists(PathOf(name))
            ? Context.LoadFromAssemblyName(name)
            : null;

    private static string PathOf(AssemblyName name) => Path.Combine(Folder, name.Name + ".dll");

    private sealed class PrivateContext : AssemblyLoadContext
    {
        private readonly string _platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        public PrivateContext()
            : base("BatchFlows.PowerShell " + typeof(Dependencies).Assembly.GetName().Version)
        {
        }

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = PathOf(assemblyName);
            if (!File.Exists(path) || IsOfPlatform(assemblyName)) return null;
            return LoadFromAssemblyPath(path);
        }

        /// <summary>
        /// True if the platform has the assembly in the requested version or a later one; it is then used.
        /// </summary>
        private bool IsOfPlatform(AssemblyName name)
        {
            if (!name.Name!.StartsWith("System.", StringComparison.Ordinal)) return false;
            var path = Path.Combine(_platform, name.Name + ".dll");
            return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= name.Version;
        }
    }
}
#endif
