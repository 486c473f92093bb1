using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace BatchFlows.Shell;

/// <summary>
/// Starts the real PowerShell, which comes as a package, with this module and its sandbox, for a machine that has only
/// the .NET SDK: no argument runs the main job, an argument is a script, <c>--interactive</c> is a prompt.
/// </summary>
internal static class Program
{
    private static readonly string[] MainJob =
        [
            "Export-BatchFlow -FlowId 2924", "Export-BatchFlow -FlowId 2924 | Get-BatchFlowTask",
            "Export-BatchFlow -FlowId 2924 | ConvertTo-BatchFlowDiagram",
        ];

    private static readonly string[] Options =
        ["-NoLogo", "-NoProfile", "-ExecutionPolicy", "Bypass", "-OutputFormat", "Text"];

    private static int Main(string[] arguments)
    {
        var isInteractive = arguments is ["--interactive"];
        var script = isInteractive ? "$ErrorActionPreference = 'Continue'"
            : arguments.Length > 0 ? Run(string.Join(' ', arguments))
            : Echo(MainJob);
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true; // Ctrl+C is for the shell
        using var shell = Process.Start(StartInfo(Prepare() + script, isInteractive))!;
        shell.WaitForExit();
        return shell.ExitCode;
    }

    private static ProcessStartInfo StartInfo(string script, bool isInteractive)
    {
        var start = new ProcessStartInfo("dotnet");
        var system = OperatingSystem.IsWindows() ? "win" : "unix";
        start.ArgumentList.Add(Path.Combine(Metadata("PowerShell"), system, "pwsh.dll"));
        foreach (var option in Options) start.ArgumentList.Add(option);
        if (isInteractive) start.ArgumentList.Add("-NoExit");
        start.ArgumentList.Add("-EncodedCommand");
        start.ArgumentList.Add(Convert.ToBase64String(Encoding.Unicode.GetBytes(script)));
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["PSModulePath"] = ModulePath(); // jobs and child shells find the module by its name
        return start;
    }

    private static string ModulePath()
    {
        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Metadata("StagedModule")))!;
        var present = Environment.GetEnvironmentVariable("PSModulePath");
        return string.IsNullOrEmpty(present) ? folder : folder + Path.PathSeparator + present;
    }

    /// <summary>Imports the module, and connects to a sandbox unless a gateway or a profile is set.</summary>
    private static string Prepare()
    {
        var manifest = Quote(Path.Combine(Metadata("StagedModule"), "BatchFlows.PowerShell.psd1"));
        var isNamed = IsSet("BATCHFLOWS_GATEWAY") || IsSet("BATCHFLOWS_PROFILE");
        return $"""
            $ErrorActionPreference = 'Stop'
            Import-Module {manifest}
            {(isNamed ? "" : "Connect-BatchFlow -Sandbox")}

            """;
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    /// <summary>
    /// A script that is parsed on its own, so that a parse error is its own too. Exit code 1 when it wrote an error;
    /// what native programs write to standard error is none.
    /// </summary>
    private static string Run(string script) =>
        $$"""
        $batchFlowScript = [scriptblock]::Create({{Quote(script)}})
        $batchFlowExitCode = 0
        $ErrorActionPreference = 'Continue'
        . $batchFlowScript 2>&1 | ForEach-Object {
            if ($_ -isnot [System.Management.Automation.ErrorRecord]) { $_ }
            elseif ($_.FullyQualifiedErrorId -like 'NativeCommandError*') { [Console]::Error.WriteLine($_) }
            else { $batchFlowExitCode = 1; $_ }
        }
        exit $batchFlowExitCode
        """;

    /// <summary>Scripts as if they had been typed.</summary>
    private static string Echo(string[] scripts) =>
        Run(string.Join('\n', scripts.Select(script => $"Write-Host {Quote($"PS> {script}")}\n{script} | Out-Host")));

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Metadata(string key) =>
        typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key).Value!;
}
