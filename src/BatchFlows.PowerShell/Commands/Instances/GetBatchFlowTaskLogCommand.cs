using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Logs;

namespace BatchFlows.Commands;

/// <summary>Gets the logs of runs of tasks line by line: of single ones, or of the tasks of a run of a flow.</summary>
/// <remarks>
/// Each line is an object that is shown as its text. Where there is more than one log, each line is shown with the name of its task
/// before it. -Follow waits for logs that are not there yet and ends with the run; Ctrl+C ends it before, and the run goes on.
/// </remarks>
/// <example>
/// Tells why runs failed: the ends of the logs of their failed tasks.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 20</code>
/// </example>
/// <example>
/// Starts a run and follows its logs until it has ended.
/// <code>Start-BatchFlow 3002 | Get-BatchFlowTaskLog -Follow</code>
/// </example>
/// <example>
/// Finds lines, and the tasks they come from.
/// <code>Get-BatchFlowInstance | Get-BatchFlowTaskLog -Pattern 'error|exit code [1-9]' | Format-Table TaskName, LineNumber, Text</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowTaskLog", DefaultParameterSetName = OfTask)]
[OutputType(typeof(TaskLogLine))]
public sealed class GetBatchFlowTaskLogCommand : TaskInstanceCommand
{
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _cut = [];
    private Regex? _pattern;
    private int _logs;

    /// <summary>With -FlowInstanceId, only the tasks that failed.</summary>
    [Parameter(ParameterSetName = OfRun)]
    public SwitchParameter Failed { get; set; }

    /// <summary>Only the lines that match this regular expression, whatever their case; <c>(?-i)</c> makes case matter.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>Only so many lines from the end of each log, of those that match; with -Follow, of what is there at first.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>
    /// Waits for more lines until the tasks have ended, and with -FlowInstanceId for tasks that start later until the run has ended.
    /// -ThrottleLimit says how many are followed at once.
    /// </summary>
    [Parameter]
    [Alias("Wait")]
    public SwitchParameter Follow { get; set; }

    /// <summary>Longest log to get, in characters; the service's limit of 1048576 when not given. It warns of a log that was cut.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxLength { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            if (Pattern is not null) _pattern = new Regex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(e, Pattern));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Follow || ParameterSetName != OfRun)
        {
            base.ProcessRecord();
            return;
        }

        _logs = int.MaxValue; // how many there will be is not known
        foreach (var id in FlowInstanceId)
            EnqueueFollower(id, (client, stop) => new RunLogFollower(client, MaxLength, IsWanted).FollowAsync(id, Post, stop), client: null);
    }

    private protected override void Enqueue(string target, TaskInstanceReference task, FlowClient? client)
    {
        _logs++;
        var (id, run, name) = (task.TaskInstanceId, task.FlowInstanceId, task.TaskName);
        if (Follow) EnqueueFollower(target, (service, stop) => new LogFollower(service, MaxLength).FollowAsync(id, Post, stop), client);
        else if (client is null) Enqueue(target, (service, stop) => new LogReader(service, MaxLength).ReadAsync(id, run, name, stop), Write);
        else Enqueue(target, (service, stop) => new LogReader(service, MaxLength).FindAsync(id, run, name, stop), log => WriteFound(log, task), client);
    }

    private protected override bool IsWanted(TaskNode task) => base.IsWanted(task) && (!Failed || task.IsFailed);

    private void EnqueueFollower(string target, Func<FlowClient, CancellationToken, Task> follow, FlowClient? client) => Enqueue(
        target,
        async (service, stop) =>
        {
            await follow(service, stop).ConfigureAwait(false);
            return true;
        },
        _ => { },
        client);

    private void Post(TaskLog log) => PipelineThread.Post(() => Write(log));

    private void WriteFound(TaskLog? log, TaskInstanceReference task)
    {
        if (log is null) WriteVerbose($"Task '{task.TaskName}' ({task.TaskInstanceId}) has no log.");
        else Write(log);
    }

    private void Write(TaskLog log)
    {
        if (log.IsCut && _cut.Add(log.TaskInstanceId))
            WriteWarning($"The log of {log.TaskInstanceId} is as long as it may be, so the service cut it, at its head or its tail. -MaxLength asks for more.");
        var lines = log.Lines.Where(line => _pattern?.IsMatch(line.Text) != false).ToList();
        if (Tail is { } tail && _begun.Add(log.TaskInstanceId)) lines.RemoveRange(0, Math.Max(0, lines.Count - tail));
        foreach (var line in lines) WriteObject(_logs > 1 ? line with { HasPrefix = true } : line);
    }
}
