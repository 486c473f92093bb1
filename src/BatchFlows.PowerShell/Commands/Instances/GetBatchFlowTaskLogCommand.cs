using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Logs;

namespace BatchFlows.Commands;

/// <summary>Gets the logs of runs of tasks, line by line.</summary>
/// <remarks>
/// Each line is an object that is shown as its text, also by Format-Table and Format-List unless they have -Force:
/// Select-Object gets its properties. If there is more than one log, each line is shown with the name of its task
/// before it. -Follow waits for logs that do not exist yet and ends with the run; Ctrl+C ends it earlier, and
/// the run continues.
/// </remarks>
/// <example>
/// Shows why runs failed.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 20</code>
/// </example>
/// <example>
/// Starts a run and follows its logs until it has ended.
/// <code>Start-BatchFlow 3002 | Get-BatchFlowTaskLog -Follow</code>
/// </example>
/// <example>
/// Finds lines, and the tasks they come from.
/// <code>
/// Get-BatchFlowInstance | Get-BatchFlowTaskLog -Pattern 'error|exit code [1-9]' |
///     Select-Object TaskName, LineNumber, Text
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlowTaskLog", DefaultParameterSetName = OfTask,
    HelpUri = HelpPage.Folder + "Get-BatchFlowTaskLog.md")]
[OutputType(typeof(TaskLogLine))]
public sealed partial class GetBatchFlowTaskLogCommand : ServiceCommand
{
    private const string OfTask = "Task";
    private const string OfRun = "Run";

    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _cut = [];
    private LinePattern? _pattern;
    private RunTasks _tasks = null!;
    private int _logs;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _tasks = new RunTasks(this, Name, task => !Failed || task.IsFailed);
        try
        {
            if (Pattern is not null) _pattern = new LinePattern(Pattern);
        }
        catch (ArgumentException e)
        {
            Refuse(e.Message, Pattern);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var task in TaskInstanceId) Read(ItemOf(task.TaskInstanceId), task);
        foreach (var id in FlowInstanceId)
        {
            if (Follow) FollowRun(id);
            else _tasks.Enqueue(id, Find);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _tasks.WriteUnseen();
    }

    private void Read(Item item, TaskInstanceReference task)
    {
        _logs++;
        var (id, run, name) = (task.TaskInstanceId, task.FlowInstanceId, task.TaskName);
        if (Follow) Work.Add(item, (client, stop) => new LogFollower(client, MaxLength).FollowAsync(
            id, log => Post(log, stop), stop));
        else Work.Add(item, (client, stop) => MatchingAsync(
            async () => await new LogReader(client, MaxLength).ReadAsync(id, run, name, stop).ConfigureAwait(false),
            stop), log => Write(log!));
    }

    private void FollowRun(string id)
    {
        _logs = int.MaxValue; // how many there will be is not known
        Work.Add(ItemOf(id), (client, stop) => new RunLogFollower(client, MaxLength, _tasks.IsWanted)
            .FollowAsync(id, log => Post(log, stop), stop));
    }

    private void Find(Item item, TaskInstanceReference task)
    {
        _logs++;
        var (id, run, name) = (task.TaskInstanceId, task.FlowInstanceId, task.TaskName);
        Work.Add(
            item, (client, stop) => MatchingAsync(
                () => new LogReader(client, MaxLength).FindAsync(id, run, name, stop), stop),
            log => WriteFound(log, task));
    }

    private async Task<TaskLog?> MatchingAsync(
        Func<Task<TaskLog?>> read, CancellationToken cancellationToken) =>
        await read().ConfigureAwait(false) is { } log ? Matching(log, cancellationToken) : null;

    /// <summary>
    /// The log with only the wanted lines. A regular expression may take long, so never call this on the pipeline
    /// thread.
    /// </summary>
    private TaskLog Matching(TaskLog log, CancellationToken cancellationToken) =>
        _pattern is null ? log : log with { Lines = _pattern.Matching(log.Lines, cancellationToken) };

    private void Post(TaskLog log, CancellationToken cancellationToken)
    {
        var matching = Matching(log, cancellationToken);
        PipelineThread.Post(() => Write(matching));
    }

    private void WriteFound(TaskLog? log, TaskInstanceReference task)
    {
        if (log is null) WriteVerbose($"Task '{task.TaskName}' ({task.TaskInstanceId}) has no log.");
        else Write(log);
    }

    private void Write(TaskLog log)
    {
        if (log.IsCut && _cut.Add(log.TaskInstanceId))
        {
            WriteWarning(
                $"The log of {log.TaskInstanceId} was truncated by the service, at its head or its tail. Use "
                    + "-MaxLength to request more.");
        }

        var lines = log.Lines.ToList();
        if (Tail is { } tail && _begun.Add(log.TaskInstanceId)) lines.RemoveRange(0, Math.Max(0, lines.Count - tail));
        foreach (var line in lines) WriteObject(_logs > 1 ? line with { HasPrefix = true } : line);
    }
}
