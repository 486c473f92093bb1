using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Rules;

/// <summary>A flow, with what several rules want to know of it.</summary>
internal sealed class CheckedFlow
{
    private readonly Lazy<CronSchedule?> _schedule;
    private readonly Lazy<IReadOnlyList<FireTime>> _nextTimes;

    public CheckedFlow(FlowDefinition definition, RuleContext context)
    {
        Definition = definition;
        Context = context;
        Tasks = [.. definition.Tasks.Select((task, i) => new CheckedTask(task, i))];
        TaskNames = new HashSet<string>(Tasks.Select(task => task.Name), StringComparer.Ordinal);
        Links =
        [
            .. definition.FlowLinks.Select((link, i) => ((Link)link, $"flowLinks[{i}]")),
            .. definition.TaskLinks.Select((link, i) => ((Link)link, $"taskLinks[{i}]")),
        ];
        Relations = [.. definition.Relations.Select((relation, i) => (relation, $"relations[{i}]"))];
        LinkRelations = [.. definition.LinkRelations.Select((relation, i) => (relation, $"linkRelations[{i}]"))];
        Parameters = definition.Parameters;
        ParameterNames = new HashSet<string>(Parameters.Select(parameter => parameter.Key), StringComparer.Ordinal);
        _schedule = new(() => ReadSchedule(definition.Cron));
        _nextTimes = new(() => [.. Schedule?.After(context.Now, context.Zone).Take(8) ?? []]);
    }

    public FlowDefinition Definition { get; }

    public RuleContext Context { get; }

    public IReadOnlyList<CheckedTask> Tasks { get; }

    public ISet<string> TaskNames { get; }

    public IReadOnlyList<(Link Link, string Path)> Links { get; }

    public IReadOnlyList<(TaskRelation Relation, string Path)> Relations { get; }

    public IReadOnlyList<(LinkRelation Relation, string Path)> LinkRelations { get; }

    public ParameterList Parameters { get; }

    public ISet<string> ParameterNames { get; }

    /// <summary>True when its cron starts it; false for one that is started by hand.</summary>
    public bool IsScheduled => Definition.Type is FlowType.Periodic;

    /// <summary>Its schedule; null when it has none that can be read.</summary>
    public CronSchedule? Schedule => _schedule.Value;

    /// <summary>The next times at which its cron fires.</summary>
    public IReadOnlyList<FireTime> NextTimes => _nextTimes.Value;

    /// <summary>The shortest time between two of the next starts; null when there are less than two.</summary>
    public TimeSpan? ShortestInterval => NextTimes.Count < 2
        ? null
        : NextTimes.Zip(NextTimes.Skip(1), (one, next) => next.Time - one.Time).Min();

    private static CronSchedule? ReadSchedule(string? cron)
    {
        try
        {
            return string.IsNullOrWhiteSpace(cron) ? null : CronSchedule.Parse(cron!);
        }
        catch (FormatException)
        {
            return null; // a rule of its own says what is wrong
        }
    }
}
