using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Benchmarks;

/// <summary>When many flows run next, and which of their runs were missed.</summary>
internal static class ScheduleCases
{
    private const int Flows = 500;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeZoneInfo Zone = ZoneClock.OfOffset(Now.Offset);

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        var window = new FireWindow(Now, Before: null, Count: 5, Zone);
        var crons = Enumerable.Range(0, 10_000).Select(Cron).ToArray();
        Plan();
        var times = Enumerable.Range(0, pairs.Count).Select(_ => Pairs.MillisecondsOf(Plan));
        yield return new Row(
            "next five runs of 10,000 flows", Pairs.Median(times), Floor: null, "ms", Ratio: null, Goal: 1_000);

        var (month, days) = (Runs(30), Runs(3));
        yield return pairs.CompareTimes(
            "missed runs of 500 flows and 30 days (floor: 3 days)", 11, () => Find(month, 30), () => Find(days, 3));

        void Plan()
        {
            foreach (var cron in crons)
            {
                if (new PlannedFlow(FlowType.Periodic, cron).Runs(window).Count() != 5)
                    throw new InvalidOperationException($"'{cron}' fires more often.");
            }
        }
    }

    private static void Find(RunFact[] runs, int days)
    {
        var flows = Enumerable.Range(0, Flows).Select(i => new ExpectedFlow(
            new PlannedFlow(FlowType.Periodic, Hourly(i)) { FlowId = i, IsActive = true }, Created: null, Updated: null,
            []));
        var search = new MissedRunSearch(
            new RunHistory(runs), new FireWindow(Now.AddDays(-days), Now, Count: null, Zone), Now,
            TimeSpan.FromMinutes(15), isWhole: true);
        if (search.Find([.. flows]).Count > 0) throw new InvalidOperationException("All have run.");
    }

    private static RunFact[] Runs(int days) =>
        [.. from hour in Enumerable.Range(1, 24 * days)
            from flow in Enumerable.Range(0, Flows)
            let time = Now.DateTime.AddHours(-hour).AddMinutes(flow % 60)
            select new RunFact
            {
                FlowInstanceId = FormattableString.Invariant($"{flow}-{time:yyyyMMddHHmm}"),
                FlowId = flow,
                Start = time,
                Outcome = new(InstanceStatus.Success, time, TimeSpan.Zero, TimeSpan.FromMinutes(2)),
            }];

    private static string Hourly(int number) => FormattableString.Invariant($"0 {number % 60} * * * ? *");

    private static string Cron(int number) => (number % 4) switch
    {
        0 => Hourly(number),
        1 => FormattableString.Invariant($"0 {number % 60} {number % 24} * * ? *"),
        2 => FormattableString.Invariant($"0 {number % 60} {number % 24} ? * MON-FRI *"),
        _ => FormattableString.Invariant($"0 {number % 60} {number % 24} L * ? *"),
    };
}
