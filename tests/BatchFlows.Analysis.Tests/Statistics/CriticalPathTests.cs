using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Statistics;

public class CriticalPathTests
{
    private static readonly DateTime Start = new(2026, 3, 1);

    private static TimeSpan Sum(IEnumerable<TimeSpan> spans) => TimeSpan.FromTicks(spans.Sum(span => span.Ticks));

    [Fact]
    public void It_is_as_long_as_the_run_when_tasks_start_at_once() => RunSamples.Detail(mostGap: 0).Sample(run =>
        Sum(CriticalPath.Of(run).Select(step => step.Duration)) == run.Run.Outcome.Duration);

    [Fact]
    public void With_what_held_it_up_it_is_as_long_as_the_run() => RunSamples.Detail(mostGap: 300).Sample(run =>
        Sum(CriticalPath.Of(run).Select(step => step.Duration + step.Delay)) == run.Run.Outcome.Duration
        && CriticalPath.Of(run).All(step => step.Delay >= TimeSpan.Zero));

    [Fact]
    public void Each_task_follows_the_one_before() => RunSamples.Detail(mostGap: 300).Sample(run =>
    {
        var places = CriticalPath.Of(run).Select(step => run.Tasks.ToList().IndexOf(step.Task)).ToList();
        return places.Zip(places.Skip(1), (one, next) => run.Relations.Contains((one, next))).All(follows => follows)
            && !run.Predecessors[places[0]].Any();
    });

    /// <summary>Times that contradict each other, circles and tasks without times.</summary>
    [Fact]
    public void Whatever_the_times_are_it_is_never_longer_than_the_run() => Gen.Select(
        Gen.Select(Gen.Int[-50, 500], Gen.Int[-50, 500], Gen.Int[0, 5]).Array[0, 8],
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 20]).Sample((times, edges) =>
    {
        var tasks = times.Select((time, place) => new TaskFact(
            $"t{place}", InstanceStatus.Success, time.Item3 == 0 ? null : Start.AddSeconds(time.Item1),
            time.Item3 == 1 ? null : Start.AddSeconds(time.Item2), time.Item3)).ToArray();
        var run = new RunDetail(
            new RunFact { Start = Start }, tasks,
            [.. edges.Where(edge => edge.Item1 < tasks.Length && edge.Item2 < tasks.Length)]);
        var length = Sum(CriticalPath.Of(run).Select(step => step.Duration + step.Delay));
        var whole = (tasks.Max(task => task.End) ?? Start) - (run.Start ?? Start);
        Assert.True(length <= (whole > TimeSpan.Zero ? whole : TimeSpan.Zero));
        Assert.All(tasks.Select((_, place) => run.OutcomeOf(place)), task => Assert.False(task.Wait < TimeSpan.Zero));
    });

    [Fact]
    public void The_time_of_retries_is_from_when_the_task_could_start() => RunSamples.Detail(mostGap: 300).Sample(run =>
        Enumerable.Range(0, run.Tasks.Count).All(place =>
            run.RetryTime(place) == (run.Tasks[place].Retries == 0
                ? TimeSpan.Zero
                : run.Tasks[place].Start!.Value - run.ReadyTime(place)!.Value)));
}
