using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using BatchFlows.Completion.Words;
using BatchFlows.Procedures.Backups;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the names of the flows in the folder that the line names.</summary>
public sealed class BackupNameCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        if (line.Given("Path")?.ToString() is not { Length: > 0 } path) return [];
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Convert-Path").AddParameter("LiteralPath", path)
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        try
        {
            return shell.Invoke<string>().SelectMany(folder => SavedFlows
                .In(new BackupFolder(folder), CancellationToken.None).Names.Select(name => new Offer(name)));
        }
        catch (FileNotReadException)
        {
            return []; // the command says what is wrong
        }
    }
}
