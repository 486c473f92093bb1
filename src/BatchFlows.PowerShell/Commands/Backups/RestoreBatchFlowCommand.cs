using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>Creates the flows of a backup again, as they were.</summary>
/// <remarks>
/// <para>Directories that are missing are created. Flows are created one by one, upstream flows first, read back and
/// compared; links go by name. Schedules are started when all flows are there, and only those that were active. The
/// result tells the old and the new ID of each flow. Flows without a place in backup.json get the directory of their
/// file, and stay paused.</para>
/// <para>Existing flows are never replaced. A flow that exists with the same definition counts as restored, and its
/// schedule is started if it was active, so after an interruption the same command does what is left. To bring back the
/// saved definition of a flow that was changed since, remove the flow before.</para>
/// </remarks>
/// <example>
/// Shows each step of a restore.
/// <code>Restore-BatchFlow ./flows -WhatIf</code>
/// </example>
/// <example>
/// Restores what is missing, and leaves everything that exists as it is.
/// <code>Restore-BatchFlow ./flows -IfExists Skip</code>
/// </example>
/// <example>
/// Restores some flows, paused.
/// <code>Restore-BatchFlow ./flows -Name bill_*, etl_* -Paused</code>
/// </example>
[Cmdlet(
    VerbsData.Restore, "BatchFlow", SupportsShouldProcess = true, HelpUri = HelpPage.Folder + "Restore-BatchFlow.md")]
[OutputType(typeof(RestoredFlow))]
public sealed class RestoreBatchFlowCommand : ServiceCommand
{
    /// <summary>Folder of the backup, or any folder with files of Export-BatchFlow.</summary>
    [Parameter(
        Mandatory = true, Position = 0,
        HelpMessage = "Folder of the backup, or any folder with files of Export-BatchFlow.")]
    [PlainText]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Names of the flows to restore. Accepts wildcards. Default: all.</summary>
    [Parameter(Position = 1)]
    [PlainText]
    [Alias("FlowName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BackupNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>
    /// What becomes of a flow whose name a flow with another definition has: Fail reports an error, Skip leaves all
    /// existing flows as they are, schedules included, and Rename creates the flow under the next free name, such as
    /// etl_2, to which the links of the other flows then lead. Default: Fail.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation("Fail", "Skip", "Rename")]
    [ValidateSet("Fail", "Skip", "Rename")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string IfExists { get; set; } = "Fail";

    /// <summary>
    /// The secrets for placeholders in the files, by their names: SecureStrings, such as Get-Secret returns, what
    /// Get-SecretInfo returns, credentials or texts. A flow with a placeholder that is not filled is not created.
    /// </summary>
    [Parameter]
    [TableTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public IDictionary? Secret { get; set; }

    /// <summary>Leaves all schedules paused.</summary>
    [Parameter]
    public SwitchParameter Paused { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = new BackupFolder(Resolve(Path));
        var item = ItemOf(Path);
        if (Look(item, (_, stop) => Task.Run(() => SavedFlows.In(folder, stop), stop)) is not { } saved) return;
        if (saved.Files.Count == 0)
            WriteFailure(item, new FileNotReadException(
                Path, "it is not a folder with files of flows", remedy: "Specify the folder of a backup."));
        var names = new NameFilter(saved.Files.Count == 0 ? [] : Name);
        var flows = saved.Files.Select(file => Read(saved, file)).OfType<SavedFlow>()
            .Where(flow => names.IsMatch(flow.Name)).ToList();
        foreach (var name in names.Unseen)
            WriteFailure(item, new FlowException(
                FailureKind.FlowNotFound, $"The folder '{Path}' has no flow named '{name}'.",
                remedy: "List the files of the folder with Get-ChildItem -Recurse."));
        new Restoration(this, target: null, IfExists, Force, Paused, new SecretTable(Secret)).Run(flows);
    }

    private SavedFlow? Read(SavedFlows saved, string file) =>
        Look(ItemOf(file), (_, stop) => Task.Run(() => saved.Read(file, stop), stop));
}
