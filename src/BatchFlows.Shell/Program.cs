using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace BatchFlows.Shell;

/// <summary>
/// The PowerShell engine with this module and its sandbox, for a machine that has only the .NET SDK:
/// no argument runs the main job, an argument is a script, <c>--interactive</c> is a prompt.
/// </summary>
internal static class Program
{
    private static readonly string[] MainJob = ["Export-BatchFlow -FlowId 2924", "Export-BatchFlow -FlowId 2924 | Get-BatchFlowTask"];

    private static int Main(string[] arguments)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var host = new ConsoleHost();
        using var runspace = OpenRunspace(host);
        var session = new ConsoleSession(runspace, host);
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("BATCHFLOWS_GATEWAY"))) session.Run("Connect-BatchFlow -Sandbox");
        switch (arguments)
        {
            case []:
                foreach (var script in MainJob) session.Echo(script);
                break;
            case ["--interactive"]:
                session.Prompt();
                break;
            default:
                session.Run(string.Join(' ', arguments));
                break;
        }

        return host.ExitCode ?? (host.HasWrittenError ? 1 : 0);
    }

    private static Runspace OpenRunspace(ConsoleHost host)
    {
        var module = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "StagedModule").Value!;
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Path.Combine(module, "BatchFlows.PowerShell.psd1"));
        state.ThrowOnRunspaceOpenError = true; // a module that cannot be imported would go unnoticed
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return runspace;
    }
}
