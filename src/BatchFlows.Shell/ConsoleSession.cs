using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace BatchFlows.Shell;

/// <summary>Runs scripts in one runspace and shows what they write. Ctrl+C stops the script that runs.</summary>
internal sealed class ConsoleSession(Runspace runspace, ConsoleHost host)
{
    private const string PromptText = "BF> ";

    /// <summary>Runs a script as if it had been typed.</summary>
    public void Echo(string script)
    {
        Console.WriteLine(PromptText + script);
        Run(script);
    }

    public void Run(string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            shell.BeginStop(callback: null, state: null);
        }

        Console.CancelKeyPress += Stop;
        try
        {
            shell.AddScript(script).AddCommand("Out-Default");
            // Without this, the formatter does not see errors and nobody shows them.
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            if (e is not PipelineStoppedException) host.UI.WriteErrorLine($"{e.ErrorRecord.InvocationInfo?.MyCommand?.Name ?? "script"}: {e.Message}");
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    public void Prompt()
    {
        while (host.ExitCode is null)
        {
            Console.Write(PromptText);
            var input = Console.ReadLine();
            while (input is not null && IsUnfinished(input))
            {
                Console.Write(">> ");
                var more = Console.ReadLine();
                if (more is null) break;
                input += "\n" + more;
            }

            if (input is null) return;
            Run(input);
        }
    }

    private static bool IsUnfinished(string input)
    {
        Parser.ParseInput(input, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
