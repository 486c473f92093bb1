#if !NET
using System;
using System.IO;
using System.Reflection;

namespace BatchFlows.Loading;

/// <summary>
/// Windows PowerShell 5.1 finds the assemblies beside the cmdlets by this. Assemblies of the module ask for older
/// versions of each other than those that ship, so a shipped version that is the same or later answers; others'
/// requests are left alone.
/// </summary>
internal static class Dependencies
{
    private static readonly string Folder = Path.Combine(
        Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!, "deps");

    public static void Enable() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Disable() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        if (request.RequestingAssembly is { } requester && !IsOurs(requester)) return null;
        var name = new AssemblyName(request.Name);
        var path = Path.Combine(Folder, name.Name + ".dll");
        if (!File.Exists(path)) return null;
        var shipped = AssemblyName.GetAssemblyName(path).Version;
        return name.Version is null || shipped >= name.Version ? Assembly.LoadFrom(path) : null;
    }

    private static bool IsOurs(Assembly assembly) =>
        assembly == typeof(Dependencies).Assembly
        || (!assembly.IsDynamic
            && assembly.Location.Length > 0
            && string.Equals(Path.GetDirectoryName(assembly.Location), Folder, StringComparison.OrdinalIgnoreCase));
}
#endif
