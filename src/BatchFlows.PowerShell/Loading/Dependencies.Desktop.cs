#if !NET
using System;
using System.IO;
using System.Reflection;

namespace BatchFlows.Loading;

/// <summary>
/// Finds the assemblies beside the cmdlets in Windows PowerShell 5.1. Assemblies of the module request older versions
/// of each other than those that ship, so a shipped version that is the same or later is returned. Requests of other
/// modules are ignored.
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
