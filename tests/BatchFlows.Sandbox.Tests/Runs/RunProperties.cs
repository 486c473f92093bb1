using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using CsCheck;

namespace BatchFlows.Sandbox.Tests;

/// <summary>What holds for whatever graph and however the time passes.</summary>
public class RunProperties
{
    private const int RunsOfAFlow = 3;

    private static readonly DateTimeOffset Start = TestClock.SandboxStart;

    private static readonly string[] Commands =
        ["", "echo hi", "sleep 3", "sleep 7; exit 1", "exit 1", "exit 2 # until run 2", "sleep 40",
            "echo a; sleep 12; echo b"];

    private static readonly int[] Timeouts = [0, 5, 30];

    private static readonly Gen<string> Command = Gen.Int[0, Commands.Length - 1].Select(index => Commands[index]);

    private static readonly Gen<JsonObject> Task = Gen.Select(Command, Gen.Int[0, 2], Gen.Int[0, 15], Gen.Int[0, 2])
        .Select(
        (command, retries, interval, timeout) => new JsonObject
        {
            ["cmd"] = command,
            ["retryLimit"] = retries,
            ["retryInterval"] = interval,
            ["timeout"] = Timeouts[timeout],
        });

    /// <summary>Tasks in an order that all relations follow, so that there are no circles.</summary>
    private static readonly Gen<string> Graph = Gen.Select(
        Task.Array[1, 8], Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Bool).Array[0, 14])
            .Select((tasks, edges) => new JsonObject
            {
                ["name"] = "generated",
                ["tasks"] = new JsonArray(
                [.. tasks.Select((task, i) => task.DeepClone().AsObject().With("name", $"t{i}"))]),
                ["relations"] = new JsonArray(
                [.. edges.Where(edge => edge.Item1 < edge.Item2 && edge.Item2 < tasks.Length)
                    .Select(edge => new JsonObject
            {
                ["sourceTaskName"] = $"t{edge.Item1}",
                ["targetTaskName"] = $"t{edge.Item2}",
                ["rerun"] = edge.Item3,
            })]),
            }.ToJsonString());

    private static readonly Gen<int> Seconds = Gen.Int[0, 90];

    private static Organization With(string definition, string? fromTask = null)
    {
        var organization = OrganizationSeed.Make(Start);
        var flow = FlowGenerator.Put(organization, Start, 7, definition, organization.Root);
        for (var run = 0; run < RunsOfAFlow; run++)
        {
            var trigger = Start.AddSeconds(20 * run);
            organization.AddRun(
                NewRun.Of(flow, organization.TaskIdsOf(flow), trigger, Start, TimeSpan.Zero, fromTask: fromTask));
        }
        return organization;
    }

    private static List<FlowRun> Generated(Organization organization) => organization.Queues[7].Runs;

    private static string Text(Organization organization, DateTimeOffset now) =>
        string.Join('\n', Generated(organization).Select(run =>
        string.Create(
            CultureInfo.InvariantCulture, $"{run.InstanceId} {run.Status} {run.StartTime:o} {run.EndTime:o}\n")
        + string.Join(
            '\n', run.Tasks.Zip(
                run.Flow.Tasks,
                (task, model) =>
                    $"{task.Status} {string.Join(", ", task.Attempts)}\n{TaskLog.Of(run, task, model, now)}"))));

    [Fact]
    public void One_jump_is_as_good_as_many_steps() =>
        Gen.Select(Graph, Seconds.Array[1, 30]).Sample((definition, steps) =>
    {
        var (jump, walk, now) = (With(definition), With(definition), Start);
        foreach (var step in steps) walk.Advance(now = now.AddSeconds(step));
        jump.Advance(now);
        return Text(jump, now) == Text(walk, now);
    });

    [Fact]
    public void A_task_starts_only_after_all_that_lead_to_it_succeeded() =>
        Gen.Select(Graph, Seconds).Sample((definition, seconds) =>
    {
        var organization = With(definition);
        organization.Advance(Start.AddSeconds(seconds));
        foreach (var run in Generated(organization))
        {
            var tasks = run.Flow.Tasks.Zip(run.Tasks).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            foreach (var relation in run.Flow.Relations.Where(relation => tasks[relation.Target].Attempts.Count > 0))
            {
                var source = tasks[relation.Source];
                Assert.Equal(RunStatus.Success, source.Status);
                Assert.True(source.Attempts[^1].End <= tasks[relation.Target].Attempts[0].Start);
            }
        }
    });

    [Fact]
    public void In_the_end_all_is_done_or_lies_behind_a_failure() =>
        Gen.Select(Graph, Gen.Bool).Sample((definition, fromTask) =>
    {
        var organization = With(definition, fromTask ? "t0" : null);
        organization.Advance(Start.AddDays(1));
        foreach (var run in Generated(organization))
        {
            var tasks = run.Flow.Tasks.Zip(run.Tasks).ToDictionary(pair => pair.First.Name, pair => pair.Second);
            foreach (var (name, task) in tasks)
            {
                if (task.Status != RunStatus.None)
                {
                    Assert.Contains(
                        task.Status, new[] { RunStatus.Success, RunStatus.Fail, RunStatus.Timeout, RunStatus.Skip });
                    continue;
                }
                var before = run.Flow.Relations.Where(relation => relation.Target == name)
                    .Select(relation => tasks[relation.Source].Status);
                Assert.Contains(before, status => status is RunStatus.Fail or RunStatus.Timeout or RunStatus.None);
            }
            var failed = tasks.Values.Any(task => task.Status is RunStatus.Fail or RunStatus.Timeout);
            Assert.Equal(failed ? RunStatus.Fail : RunStatus.Success, run.Status);
            Assert.NotNull(run.EndTime);
        }
    });

    [Fact]
    public void Runs_of_a_flow_follow_each_other() =>
        Gen.Select(Graph, Seconds.Array[1, 10]).Sample((definition, steps) =>
    {
        var (organization, now) = (With(definition), Start);
        foreach (var step in steps) organization.Advance(now = now.AddSeconds(step));
        organization.Advance(now.AddDays(1));
        var runs = Generated(organization).OrderBy(run => run.StartTime).ToList();
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.EndTime <= pair.Second.StartTime));
        Assert.All(runs, run => Assert.True(run.StartTime >= run.DueTime));
    });

    [Fact]
    public void A_saved_state_goes_on_like_the_one_it_was_saved_from() =>
        Gen.Select(Graph, Seconds, Seconds).Sample((definition, before, after) =>
    {
        var saved = With(definition);
        saved.Advance(Start.AddSeconds(before));
        var file = StateFile.Write(new()
        {
            Organization = saved,
            Clock = new(Start, Start, 1),
            Latency = default,
            ClockSkew = default,
            TokenLifetime = default,
        });
        var loaded = StateFile.Read(new MemoryStream(file)).Organization;
        var now = Start.AddSeconds(before + after);
        saved.Advance(now);
        loaded.Advance(now);
        return Text(saved, now) == Text(loaded, now);
    });
}
