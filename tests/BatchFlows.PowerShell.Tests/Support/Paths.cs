using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Where the build has put things.</summary>
internal static class Paths
{
    public static string Module { get; } = Metadata("StagedModule");

    public static string Manifest { get; } = Path.Combine(Module, "BatchFlows.PowerShell.psd1");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Repository { get; } = Metadata("Repository");

    public static string Shell { get; } = Program("BatchFlows.Shell");

    public static string Help { get; } = Program("BatchFlows.Help");

    public static string Package { get; } = Program("BatchFlows.Package");

    public static string Pester { get; } = Metadata("Pester");

    /// <summary>PowerShell itself, which <c>dotnet</c> runs.</summary>
    public static string PowerShell { get; } =
        Path.Combine(Metadata("PowerShell"), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");

    private static string Program(string name) =>
        Path.Combine(Repository, "src", name, "bin", Configuration, "net10.0", name + ".dll");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}
