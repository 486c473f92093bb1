using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BatchFlows.Help;

/// <summary>
/// Writes help from the documentation comments in the source. The build runs it on the staged module:
/// <c>BatchFlows.Help commands COMMENTS MANIFEST OUTPUT</c> writes the help of the commands, as PowerShell reads it;
/// <c>BatchFlows.Help errors ASSEMBLY TEXT OUTPUT</c> writes an about topic with the list of errors;
/// <c>BatchFlows.Help rules ASSEMBLY TEXT OUTPUT</c> writes an about topic with the list of rules;
/// <c>BatchFlows.Help pages HELP TOPICS FOLDER</c> writes both as Markdown.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        var (source, input, output) = (arguments[1], arguments[2], arguments[3]);
        switch (arguments[0])
        {
            case "errors":
                File.WriteAllText(output, ErrorList.Insert(File.ReadAllText(input), source));
                break;
            case "rules":
                File.WriteAllText(output, RuleList.Insert(File.ReadAllText(input), source));
                break;
            case "pages":
                Pages.Write(source, input, output);
                break;
            default:
                WriteCommandHelp(new Comments(source), input, output);
                break;
        }
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
        HelpDocument.Of([.. commands.OrderBy(command => command.Name, StringComparer.Ordinal)], comments).Save(output);
    }
}
