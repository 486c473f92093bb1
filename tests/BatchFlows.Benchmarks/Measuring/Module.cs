using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace BatchFlows.Benchmarks;

/// <summary>The staged module, and the engine that runs it.</summary>
internal static class Module
{
    public const string Name = "BatchFlows.PowerShell";

    public static string Folder { get; } = Metadata("StagedModule");

    public static string Manifest { get; } = Path.Combine(Folder, Name + ".psd1");

    /// <summary>The real shell, for what the engine alone lacks.</summary>
    public static string Shell { get; } =
        Path.Combine(Metadata("PowerShell"), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>A runspace with what every console has, and without the module.</summary>
    public static Runspace OpenRunspace()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.ThreadOptions = PSThreadOptions.ReuseThread; // as in a console
        runspace.Open();
        runspace.Run("1 | ForEach-Object { $_ } | Out-Null"); // the engine's own first steps are not ours
        return runspace;
    }

    /// <summary>A runspace with the module, connected to a gateway that checks nothing.</summary>
    public static Runspace OpenConnected(Uri gateway)
    {
        var runspace = OpenRunspace();
        runspace.Run($"Import-Module '{Manifest}'");
        runspace.Run(
            "$secret = [System.Net.NetworkCredential]::new('', 'secret-key').SecurePassword",
            $"Connect-BatchFlow {gateway} o1 u1 -AccessKey access-key -SecretKey $secret -WarningAction Ignore");
        return runspace;
    }

    /// <summary>Runs scripts; an error of any kind ends the measurement.</summary>
    public static void Run(this Runspace runspace, params string[] scripts)
    {
        foreach (var script in scripts)
        {
            using var shell = System.Management.Automation.PowerShell.Create(runspace);
            shell.AddScript(script).Invoke();
            if (shell.HadErrors)
                throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}");
        }
    }

    private static string Metadata(string key) =>
        typeof(Module).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!;
}
