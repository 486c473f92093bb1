using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BatchFlows.Help;

/// <summary>
/// Writes the help of the commands, as PowerShell reads it, from the documentation comments in their source:
/// <c>BatchFlows.Help MANIFEST COMMENTS OUTPUT</c>. The build runs it on the staged module.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        var (manifest, comments, output) = (arguments[0], new Comments(arguments[1]), arguments[2]);
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(manifest);
        state.ThrowOnRunspaceOpenError = true;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var commands = shell.AddScript("Get-Command -Module BatchFlows.PowerShell").Invoke<CmdletInfo>();
        HelpDocument.Of(commands.OrderBy(command => command.Name, StringComparer.Ordinal), comments).Save(output);
    }
}
