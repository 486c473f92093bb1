using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Reports;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;
using BatchFlows.Procedures.Diagnosis;
using BatchFlows.Procedures.Statistics;

namespace BatchFlows.Commands;

/// <summary>Reads what a report needs. What cannot be read is an error, and is told in the report.</summary>
/// <param name="command">The command that reads.</param>
/// <param name="stopping">Cancelled when the command stops.</param>
internal sealed partial class ReportReading(ServiceCommand command, CancellationToken stopping)
{
    private const int MostDiagnoses = 20;

    // A run's cause is compared with the runs of as many days, and health needs more runs than those of a night.
    private static readonly TimeSpan LeastHistory = TimeSpan.FromDays(7);

    private readonly RunFacts _runs = new(keepsPlans: false);
    private readonly List<ExpectedFlow> _flows = [];
    private readonly List<FlowDefinition> _definitions = [];
    private readonly List<RunDiagnosis> _diagnoses = [];
    private readonly List<string> _leftOut = [];

    /// <param name="last">How far back runs are reported.</param>
    /// <param name="backup">Full path of the folder of a backup; null for none.</param>
    /// <param name="flows">Flows of one connection; none for all.</param>
    /// <returns>Null when nothing could be read.</returns>
    public ReportFacts? Read(TimeSpan last, string? backup, IReadOnlyCollection<FlowReference> flows)
    {
        var item = command.ItemOf(flows.FirstOrDefault()?.Target, "the organisation");
        if (command.Look(item, (client, stop) => new ServerClock(client).ReadAsync(stop)) is not { } now) return null;
        var (after, healthAfter) = (now.Time - last, now.Time - (last > LeastHistory ? last : LeastHistory));
        var window = new RunWindow(healthAfter, now.Time.AddMinutes(1));
        if ((flows.Count == 0 ? ReadAll(item, window) : ReadPart(flows, window)) is not { } names) return null;
        var count = names.Count;
        ReadDefinitions(names, backup, isPart: flows.Count > 0);
        var linked = flows.Count > 0 ? ReadLinked() : _definitions.Count < count ? null : DefinitionsByName();
        if (linked is null)
            LeaveOut("Rules about links between flows, because not all definitions could be read.");
        if (_runs.IsIncomplete)
            LeaveOut("The service repeats a page, or counts more runs than it lists: some runs may seem missed.");
        var facts = new ReportFacts(
            item.Client.Connection.Name, after, now.Time, healthAfter, ZoneClock.OfOffset(now.Time.Offset))
        {
            Runs = _runs.Runs,
            Flows = _flows,
            IsPart = flows.Count > 0,
            LinkedFlows = linked,
            Definitions = _definitions,
        };
        Diagnose(facts.Night());
        return facts with { Diagnoses = _diagnoses, LeftOut = _leftOut };
    }

    private Dictionary<string, FlowDefinition?> DefinitionsByName() => _definitions
        .GroupBy(flow => flow.FlowName ?? "").ToDictionary(same => same.Key, same => (FlowDefinition?)same.First());

    /// <summary>Looks at the last failed run of each flow.</summary>
    private void Diagnose(IEnumerable<RunFact> night)
    {
        var failed = FailedFlow.Of(night, []);
        foreach (var run in failed.Take(MostDiagnoses).Select(flow => flow.Last))
        {
            Read(
                command.ItemOf(run.FlowInstanceId, run.FlowInstanceId), $"The cause of run {run.FlowInstanceId}",
                async (client, stop) => await new RunDiagnoser(client, LeastHistory, tail: 0).DiagnoseAsync(
                    await client.GetFlowInstanceAsync(run.FlowInstanceId!, stop).ConfigureAwait(false), backup: null,
                    stop).ConfigureAwait(false),
                _diagnoses.Add);
        }

        command.Work.WriteAll();
        if (failed.Count > MostDiagnoses)
        {
            LeaveOut(
                FormattableString.Invariant($"The causes of {failed.Count - MostDiagnoses} more flows with failed ")
                    + FormattableString.Invariant($"runs: at most {MostDiagnoses} are looked at."));
        }

        var others = failed.Sum(flow => flow.Runs - 1);
        if (others > 0)
            LeaveOut(FormattableString.Invariant($"The causes of earlier failed runs of the same flows: {others}."));
    }

    private void Read<T>(
        Item item, string what, Func<FlowClient, CancellationToken, Task<T>> call, Action<T> take) =>
            command.Work.Add(
                item, (client, stop) => CatchAsync(() => call(client, stop)), read =>
                {
                    if (read.Failure is { } failure) Fail(item, what, failure);
                    else take(read.Value!);
                });

    private static async Task<(T? Value, FlowException? Failure)> CatchAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return (await read().ConfigureAwait(false), null);
        }
        catch (FlowException e)
        {
            return (default, e);
        }
    }

    private void Fail(Item item, string what, FlowException failure)
    {
        LeaveOut($"{what}: {failure.Message}");
        command.WriteFailure(item, failure);
    }

    private void LeaveOut(string what) => _leftOut.Add(what);
}
