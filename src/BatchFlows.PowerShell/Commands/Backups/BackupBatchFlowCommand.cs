using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>Writes all flows of an organisation to files.</summary>
/// <remarks>
/// <para>The folder gets the directories of the organisation, and in them one file per flow, in the form of
/// Export-BatchFlow. The file backup.json holds what definitions do not: IDs, directories, and which schedules are
/// active. Restore-BatchFlow brings all of it back. The same organisation always gives the same bytes, so that version
/// control shows what changed.</para>
/// <para>Only files that differ are written, each whole or not at all, and only these are returned. The file of a
/// renamed flow is renamed. A flow that cannot be read is an error, and keeps its file. After an interruption, run the
/// command again: it does what is left. Each flow takes two calls, since definitions do not tell whether the schedule
/// is active.</para>
/// <para>A warning names the tasks and lines that look like a secret. Entries of $suppress in a file are kept.</para>
/// </remarks>
/// <example>
/// Saves all flows, with long commands as files, and removes the files of flows that no longer exist.
/// <code>Backup-BatchFlow ./flows -SplitCommand -Mirror</code>
/// </example>
/// <example>
/// Lists what changed since the last backup.
/// <code>Backup-BatchFlow ./flows | Sort-Object Change | Format-Table Change, FlowName</code>
/// </example>
/// <example>
/// Shows which files would change.
/// <code>Backup-BatchFlow ./flows -Mirror -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsData.Backup, "BatchFlow", SupportsShouldProcess = true, HelpUri = HelpPage.Folder + "Backup-BatchFlow.md")]
[OutputType(typeof(BackupChange))]
public sealed class BackupBatchFlowCommand : ServiceCommand
{
    /// <summary>Folder of the backup. It is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "Folder of the backup.")]
    [PlainText]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Removes the files of flows that no longer exist.</summary>
    [Parameter]
    public SwitchParameter Mirror { get; set; }

    /// <summary>
    /// Writes each command that is longer than 120 characters or has several lines into a file of its own: as .sh, .py
    /// or .sql by the task's type, in a folder named after the flow's file.
    /// </summary>
    [Parameter]
    public SwitchParameter SplitCommand { get; set; }

    /// <summary>
    /// What becomes of what looks like a secret in commands and parameters: Warn tells task and line, Mask writes a
    /// named placeholder, which Import-BatchFlow and Restore-BatchFlow fill by -Secret, and Ignore says nothing.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(Secrets.SecretHandling.Warn, Secrets.SecretHandling.Mask, Secrets.SecretHandling.Ignore)]
    [ValidateSet(Secrets.SecretHandling.Warn, Secrets.SecretHandling.Mask, Secrets.SecretHandling.Ignore)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string SecretHandling { get; set; } = Secrets.SecretHandling.Warn;

    /// <summary>Replaces the backup of another organisation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>While files of some flows are written, others call the service; calls keep the limit.</summary>
    private protected override int ItemLimit => ThrottleLimit == 1 ? 1 : 4 * ThrottleLimit;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = new BackupFolder(Resolve(Path));
        var item = ItemOf(Path);
        if (item.Failure is null && !Confirmation.IsWhatIf()
            && !ShouldProcess($"Folder '{Path}'", $"Back up connection '{item.Client.Connection.Name}'"))
            return;
        var backup = Look(
            item, (client, stop) => FlowBackup.PrepareAsync(client, folder, SplitCommand, Force, stop));
        if (backup is null) return;
        Save(backup);
        Complete(backup, item);
    }

    private void Save(FlowBackup backup)
    {
        var writes = !Confirmation.IsWhatIf();
        var secrets = new SecretHandling(this, SecretHandling);
        foreach (var place in backup.Flows)
            Work.Add(
                ItemOf(place.FlowId, $"{place.FlowId} '{place.FlowName}'"),
                (client, stop) => backup.SaveAsync(client, place, secrets.Apply, writes, stop), Write);
        Work.WriteAll();
    }

    private void Write(BackupChange change)
    {
        if (change.Change == "Unchanged") WriteVerbose($"{change.Path} is unchanged.");
        else if (!Confirmation.IsWhatIf()) WriteObject(change);
        else ShouldProcess(change.Path, $"Write ({change.Change})");
    }

    /// <summary>What can only be done when all flows were read.</summary>
    private void Complete(FlowBackup backup, Item item)
    {
        var mirrors = Mirror && !backup.IsIncomplete;
        if (Mirror && !mirrors)
            WriteWarning(
                "The service has shown no end of the list of flows, so the files of flows that are gone were kept.");
        try
        {
            foreach (var path in backup.FindObsolete(mirrors))
            {
                var removal = backup.RemovalOf(path, item.Client.Connection.Name);
                if (!ShouldProcess(removal.Path, "Remove")) continue;
                backup.Remove(path);
                WriteObject(removal);
            }

            if (!Confirmation.IsWhatIf())
                backup.WriteManifest(item.Client.Connection, mirrors, PipelineThread.Stopping);
        }
        catch (FlowException e)
        {
            WriteFailure(item, e);
        }
    }
}
