using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Lists the tasks of flows.</summary>
[Cmdlet(VerbsCommon.Get, "BatchFlowTask")]
[OutputType(typeof(FlowTask))]
public sealed class GetBatchFlowTaskCommand : FlowPartCommand
{
    private readonly HashSet<string> _unseen = [];
    private bool _hasLooked;
    private WildcardPattern[] _patterns = [];

    /// <summary>Names of the tasks; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [Alias("TaskName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _patterns = [.. Name.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        _unseen.UnionWith(Name.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_hasLooked) return; // no flow, no task: that was said already
        foreach (var name in _unseen) WriteError(ErrorRecords.TaskNotFound(name));
    }

    private protected override IEnumerable<FlowPart> PartsOf(FlowDefinition flow)
    {
        _hasLooked = true;
        var found = flow.Tasks.Where(task => _patterns.Any(pattern => pattern.IsMatch(task.TaskName ?? ""))).ToList();
        _unseen.RemoveWhere(name => found.Any(task => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(task.TaskName ?? "")));
        return found;
    }
}
