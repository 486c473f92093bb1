using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BatchFlows.Help;

/// <summary>
/// Writes help from the documentation comments in the source. The build runs it on the staged module:
/// <c>BatchFlows.Help commands COMMENTS MANIFEST OUTPUT</c> writes the help of the commands, as PowerShell reads it;
/// <c>BatchFlows.Help errors COMMENTS TEXT OUTPUT</c> writes an about topic with the list of errors.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        var (comments, input, output) = (new Comments(arguments[1]), arguments[2], arguments[3]);
        if (arguments[0] == "errors") File.WriteAllText(output, ErrorList.Insert(File.ReadAllText(input), comments));
        else WriteCommandHelp(comments, input, output);
    }

    private static void WriteCommandHelp(Comments comments, string manifest, string output)
    {
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
