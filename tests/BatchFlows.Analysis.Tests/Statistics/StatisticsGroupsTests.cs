using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Statistics;

public class StatisticsGroupsTests
{
    private static readonly string[] Groups = [
        StatisticsGroups.ByFlow, StatisticsGroups.ByDay, StatisticsGroups.ByOwner];

    [Fact]
    public void Groups_add_up_to_the_whole() => Gen.Select(RunSamples.Runs, Gen.Int[0, 2]).Sample((runs, by) =>
    {
        var groups = StatisticsGroups.Of(Groups[by], runs, []).ToList();
        // a run counts for each of its owners
        var whole = runs.SelectMany(run => Enumerable.Repeat(
            run, Groups[by] == StatisticsGroups.ByOwner ? Math.Max(run.Owners.Distinct().Count(), 1) : 1)).ToList();
        Assert.Equal(whole.Count, groups.Sum(group => group.Runs));
        Assert.Equal(whole.Count(run => run.Outcome.IsSuccess), groups.Sum(group => group.SuccessCount));
        Assert.Equal(whole.Count(run => run.Outcome.IsFailed), groups.Sum(group => group.FailedCount));
        Assert.Equal(whole.Count(run => run.Outcome.IsSkipped), groups.Sum(group => group.SkippedCount));
        Assert.Equal(
            whole.Sum(run => run.Outcome.Wait?.Ticks ?? 0), groups.Sum(group => group.TotalWait.Ticks));
        Assert.Equal(
            whole.Sum(run => run.Outcome.Duration?.Ticks ?? 0), groups.Sum(group => group.TotalDuration.Ticks));
        Assert.Equal(groups.Count, groups.Select(group => group.Group).Distinct().Count());
    });

    [Fact]
    public void Each_figure_is_what_a_simple_count_says() => RunSamples.Runs.Sample(runs =>
    {
        foreach (var group in StatisticsGroups.Of(StatisticsGroups.ByFlow, runs, []))
        {
            var own = runs.Where(run => run.FlowName == group.FlowName).OrderBy(run => run.Outcome.Time)
                .Select(run => run.Outcome).ToList();
            var ended = own.Where(run => run.IsSuccess || run.IsFailed).ToList();
            var good = own.Where(run => run.IsSuccess && run.Duration is not null)
                .Select(run => run.Duration!.Value).ToList();
            Assert.Equal(
                ended.Count == 0 ? null : (double)ended.Count(run => run.IsSuccess) / ended.Count, group.SuccessRate);
            Assert.Equal(Durations.Median(good), group.Median);
            Assert.Equal(Durations.Percentile(good, 0.95), group.P95);
            Assert.Equal(
                own.Skip(Math.Max(own.Count - 20, 0)).Select(run => run.Status ?? InstanceStatus.None),
                group.LastResults);
            Assert.Equal(good.Skip(Math.Max(good.Count - 20, 0)), group.Durations);
            Assert.InRange(group.OpenCount, 0, group.Runs);
        }
    });

    [Fact]
    public void Tasks_add_up_to_their_runs() => RunSamples.Detail(300).Array[1, 6].Sample(details =>
    {
        var tasks = StatisticsGroups.Of(StatisticsGroups.ByTask, [], details).ToList();
        var flow = StatisticsGroups.Of(StatisticsGroups.ByFlow, [.. details.Select(run => run.Run)], details).Single();
        Assert.Equal(details.Sum(run => run.Tasks.Count), tasks.Sum(task => task.Runs));
        Assert.Equal(flow.Retries, tasks.Sum(task => task.Retries));
        Assert.Equal(flow.RetryTime, new TimeSpan(tasks.Sum(task => task.RetryTime!.Value.Ticks)));
        Assert.Equal(details.Length, flow.DetailedRuns);
        Assert.InRange(flow.SlowestTasks.Count, 1, 5);
        Assert.Equal(
            flow.SlowestTasks.OrderByDescending(task => task.Median).Select(task => task.Median),
            flow.SlowestTasks.Select(task => task.Median));
        Assert.All(tasks, task => Assert.InRange(task.CriticalShare!.Value, 0, 1));
    });

    [Fact]
    public void The_critical_path_is_the_most_frequent_one_with_usual_durations()
    {
        RunDetail Run(int first, int second) => new(
            new RunFact { FlowId = 7, FlowName = "f", Start = new DateTime(2026, 3, 1) },
            [Task("a", 0, 10), Task("b", 10, 10 + first), Task("c", 10, 10 + second)], [(0, 1), (0, 2)]);
        TaskFact Task(string name, int start, int end) => new(
            name, InstanceStatus.Success, new DateTime(2026, 3, 1).AddSeconds(start),
            new DateTime(2026, 3, 1).AddSeconds(end), 0);
        var details = new List<RunDetail> { Run(60, 5), Run(5, 60), Run(90, 5) };

        var flow = StatisticsGroups.Of(StatisticsGroups.ByFlow, [.. details.Select(run => run.Run)], details).Single();

        Assert.Equal("a 0:10, b 1:15", $"{flow.CriticalPath}");
        Assert.Equal("b 1:00, a 0:10, c 0:05", $"{flow.SlowestTasks}");
        Assert.Equal(
            [("f/b", 2 / 3.0), ("f/a", 1), ("f/c", 1 / 3.0)],
            StatisticsGroups.Of(StatisticsGroups.ByTask, [], details)
                .Select(task => (task.Group, task.CriticalShare!.Value)));
    }
}
