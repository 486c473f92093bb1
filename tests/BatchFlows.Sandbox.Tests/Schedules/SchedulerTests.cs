using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CsCheck;

namespace BatchFlows.Sandbox.Tests;

/// <summary>The clock of the sandbox starts at 2020-09-13 20:26:40 in the server's zone, which is UTC+8.</summary>
public class SchedulerTests
{
    private const long Upstream = 4001;
    private const long Downstream = 4002;

    private readonly Desk _desk = Desk.Fresh();

    private static JsonObject Daily(string name, string cron, string command = "sleep 60") =>
        Definition.Of(name, ["a: " + command]).With("cron", cron).With("startTime", "2020-01-01");

    private static JsonObject Linked(JsonObject definition, string upstream, string? task = null)
    {
        var link = new JsonObject { ["linkId"] = "0", ["sourceFlowName"] = upstream };
        if (task is not null) link["sourceTaskName"] = task;
        return definition.With(task is null ? "flowLinks" : "taskLinks", new JsonArray(link));
    }

    private void Put(long flowId, JsonObject definition) => _desk.Service.PutFlow(flowId, definition.ToJsonString());

    private Task PassAsync(string span)
    {
        _desk.Service.Clock.Advance(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    /// <summary>Runs of a flow, the first first, as trigger time, start, end and status.</summary>
    private async Task<string[]> RunsAsync(long flowId)
    {
        var search = Pages.Of(1, 100000, "triggerTime").With("type", 1).With("owner", "").With("status", "")
            .With("fromTriggerTime", 0).With("toTriggerTime", 221845392000000).With("expression", $"{flowId}-");
        return [.. (await _desk.DataAsync("List Flow Instances", search))["flowInsts"]!.AsArray()
            .Select(run => $"{Short(run!["triggerTime"])} {Short(run["startTime"])} {Short(run["endTime"])} "
                + (string)run["statusDesc"]!)];

        static string Short(JsonNode? time) => ((string?)time)?[8..] ?? "-";
    }

    [Fact]
    public async Task It_is_off_until_it_is_switched_on()
    {
        Put(Upstream, Daily("up", "0 0 * * * ? *"));
        await PassAsync("1.00:00");
        Assert.Empty(await RunsAsync(Upstream));

        _desk.Service.IsScheduling = true;
        await PassAsync("02:00");
        Assert.Equal(
            ["14 21:00:00 14 21:00:00 14 21:01:00 SUCCESS", "14 22:00:00 14 22:00:00 14 22:01:00 SUCCESS"],
            await RunsAsync(Upstream));

        _desk.Service.IsScheduling = false;
        await PassAsync("02:00");
        Assert.Equal(2, (await RunsAsync(Upstream)).Length);
    }

    [Fact]
    public async Task Time_that_passes_by_itself_fires_too()
    {
        Put(Upstream, Daily("up", "0 0 * * * ? *"));
        _desk.Service.IsScheduling = true;
        _desk.Machine.Advance(TimeSpan.FromHours(1));
        Assert.Single(await RunsAsync(Upstream));
    }

    [Fact]
    public async Task Paused_manual_empty_and_later_flows_do_not_fire()
    {
        Put(4001, Daily("paused", "0 0 * * * ? *"));
        Put(4002, Daily("manual", "0 0 * * * ? *").With("type", 0));
        Put(4003, Definition.Of("empty", []).With("cron", "0 0 * * * ? *"));
        Put(4004, Daily("later", "0 0 * * * ? *").With("startTime", "2020-09-14"));
        Put(4005, Daily("never", "every hour"));
        await _desk.DataAsync("Disable Flow", new() { ["flowId"] = 4001 });
        _desk.Service.IsScheduling = true;
        await PassAsync("04:00");
        Assert.Empty(await RunsAsync(4001));
        Assert.Empty(await RunsAsync(4002));
        Assert.Empty(await RunsAsync(4003));
        Assert.Equal("14 00:00:00 14 00:00:00 14 00:01:00 SUCCESS", Assert.Single(await RunsAsync(4004)));
        Assert.Empty(await RunsAsync(4005));

        await _desk.DataAsync("Enable Flow", new() { ["flowId"] = 4001 });
        await PassAsync("01:00");
        Assert.Single(await RunsAsync(4001));
    }

    [Fact]
    public async Task Runs_of_a_flow_queue_and_a_minute_has_one_run()
    {
        Put(Upstream, Daily("up", "0/10 26-28 * * * ? *", "sleep 100"));
        _desk.Service.IsScheduling = true;
        await PassAsync("00:10");
        Assert.Equal(
            ["13 20:26:50 13 20:26:50 13 20:28:30 SUCCESS", "13 20:27:00 13 20:28:30 13 20:30:10 SUCCESS",
                "13 20:28:00 13 20:30:10 13 20:31:50 SUCCESS"],
            await RunsAsync(Upstream));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a")]
    public async Task A_linked_run_waits_for_the_success_of_the_same_day(string? task)
    {
        Put(Upstream, Daily("up", "0 0 3 * * ? *", "sleep 600"));
        Put(Downstream, Linked(Daily("down", "0 0 1 * * ? *"), "up", task));
        _desk.Service.IsScheduling = true;
        await PassAsync("05:00");
        Assert.Equal(["14 01:00:00 - - WAIT"], await RunsAsync(Downstream));
        await PassAsync("02:00");
        Assert.Equal(["14 01:00:00 14 03:10:00 14 03:11:00 SUCCESS"], await RunsAsync(Downstream));
    }

    [Fact]
    public async Task A_linked_run_is_skipped_when_the_day_is_over()
    {
        Put(Upstream, Daily("up", "0 0 0 * * ? *", "exit 1"));
        Put(Downstream, Linked(Daily("down", "0 0 1 * * ? *"), "up"));
        _desk.Service.IsScheduling = true;
        await PassAsync("1.05:00");
        Assert.Equal(["14 01:00:00 - 15 00:00:00 SKIP", "15 01:00:00 - - WAIT"], await RunsAsync(Downstream));
        await _desk.DataAsync("Disable Flow", new() { ["flowId"] = Upstream });
        Put(Upstream, Daily("up", "0 0 0 * * ? *"));
        await _desk.TriggerAsync(Upstream);
        await PassAsync("00:05");
        Assert.EndsWith("SUCCESS", (await RunsAsync(Downstream))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_success_of_another_day_does_not_count()
    {
        Put(Upstream, Daily("up", "0 0 0 * * ? *"));
        Put(Downstream, Linked(Daily("down", "0 0 1 * * ? *"), "up"));
        _desk.Service.IsScheduling = true;
        await PassAsync("08:00");
        Put(Upstream, Daily("up", "0 0 0 * * ? *", "exit 1"));
        await PassAsync("1.00:00");
        Assert.Equal(
            ["14 01:00:00 14 01:00:00 14 01:01:00 SUCCESS", "15 01:00:00 - - WAIT"], await RunsAsync(Downstream));
    }

    [Fact]
    public async Task Runs_that_are_started_by_hand_wait_for_nothing()
    {
        Put(Downstream, Linked(Daily("down", "0 0 1 * * ? *"), "nowhere"));
        _desk.Service.IsScheduling = true;
        var run = await _desk.TriggerAsync(Downstream);
        _desk.Pass(60);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(run));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_starts_no_run_twice()
    {
        Put(Upstream, Daily("up", "0 0 * * * ? *"));
        _desk.Service.IsScheduling = true;
        await PassAsync("04:00");
        Assert.Equal(4, (await RunsAsync(Upstream)).Length);
        _desk.Service.Clock.Set(_desk.Service.Clock.Now.AddHours(-2));
        Assert.Equal(4, (await RunsAsync(Upstream)).Length);
        await PassAsync("03:00");
        Assert.Equal(5, (await RunsAsync(Upstream)).Length);
    }

    /// <summary>A search that is repeated for its next page must not hide what happened meanwhile.</summary>
    [Fact]
    public async Task A_list_by_status_follows_the_runs()
    {
        Put(Upstream, Daily("up", "0 0 * * * ? *"));
        await _desk.TriggerAsync(Upstream);
        Assert.Equal(1, await CountAsync("2"));
        _desk.Pass(60);
        Assert.Equal(0, await CountAsync("2"));
        var run = await _desk.TriggerAsync(Upstream);
        Assert.Equal(1, await CountAsync("2"));
        await _desk.DataAsync("Cancel Flow Instance", new() { ["flowInstId"] = run });
        Assert.Equal(0, await CountAsync("2"));
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Runs_of_one_moment_are_in_the_order_of_their_flows(string order)
    {
        foreach (var flow in new[] { 4003, 4001, 4002 }) Put(flow, Daily($"f{flow}", "0 0 21 * * ? *"));
        _desk.Service.IsScheduling = true;
        await PassAsync("01:00");
        var search = Pages.Of(1, 100, "triggerTime", order).With("type", 1).With("owner", "").With("status", "")
            .With("fromTriggerTime", _desk.Now - 3600000).With("toTriggerTime", _desk.Now);
        Assert.Equal(
            [4001, 4002, 4003],
            (await _desk.DataAsync("List Flow Instances", search))["flowInsts"]!.AsArray()
                .Select(run => (int)run!["flowId"]!));
    }

    private async Task<int> CountAsync(string status)
    {
        var search = Pages.Of(1, 100).With("type", 1).With("owner", "").With("status", status)
            .With("fromTriggerTime", 0).With("toTriggerTime", 221845392000000).With("expression", $"{Upstream}-");
        return (int)(await _desk.DataAsync("List Flow Instances", search))["count"]!;
    }

    [Fact]
    public async Task One_move_starts_a_hundred_thousand_runs_at_most()
    {
        Put(4001, Daily("often", "* * * * * ? *", "echo"));
        Put(4002, Daily("too", "* * * * * ? *", "echo"));
        _desk.Service.IsScheduling = true;
        await PassAsync("365.00:00");
        var search = Pages.Of(1, 1).With("type", 1).With("owner", "").With("status", "")
            .With("fromTriggerTime", _desk.Now - 365L * 86400000).With("toTriggerTime", _desk.Now);
        Assert.InRange((int)(await _desk.DataAsync("List Flow Instances", search))["count"]!, 100_000, 100_020);
    }

    [Fact]
    public void One_jump_is_as_good_as_many_steps_and_a_saved_state() => Gen.Select(
        Gen.Int[0, 5].Array[4], Gen.Int[1, 900].Array[1, 12], Gen.Bool).Sample((commands, minutes, saves) =>
    {
        var (jump, walk, now) = (With(commands), With(commands), TestClock.SandboxStart);
        foreach (var step in minutes)
        {
            walk.Advance(now = now.AddMinutes(step));
            if (saves) walk = Reload(walk);
        }
        jump.Advance(now);
        Assert.Equal(Text(jump), Text(walk));
    }, iter: 30);

    private static Organization With(int[] commands)
    {
        var now = TestClock.SandboxStart;
        var organization = OrganizationSeed.Make(now);
        var texts = new[] { "sleep 5", "sleep 4000", "exit 1", "sleep 90; exit 1 # until run 2", "sleep 30000", "" };
        for (var i = 0; i < commands.Length; i++)
        {
            var flow = Daily($"f{i}", i % 2 == 0 ? "0 15 * * * ? *" : "0 0 2 * * ? *", texts[commands[i]])
                .With("cycle", i % 2 == 0 ? "H" : "D").WithTasks("retryLimit", i);
            // each waits for the next, and the last but one for the first, in a circle
            Linked(flow, $"f{(i == 2 ? 0 : i + 1)}");
            if (i == 3) flow["flowLinks"] = new JsonArray();
            FlowGenerator.Put(organization, now, 5000 + i, flow.ToJsonString(), organization.Root);
        }
        organization.ScheduledTime = now;
        return organization;
    }

    private static Organization Reload(Organization organization) =>
        StateFile.Read(new MemoryStream(StateFile.Write(new()
        {
            Organization = organization,
            Clock = new(default, default, 1),
            Latency = default,
            ClockSkew = default,
            TokenLifetime = default,
        }))).Organization;

    private static List<string> Text(Organization organization) =>
        [.. organization.Runs.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, false)
            .Select(run => $"{run.InstanceId} {run.Status} {run.StartTime:u} {run.EndTime:u}")];
}
