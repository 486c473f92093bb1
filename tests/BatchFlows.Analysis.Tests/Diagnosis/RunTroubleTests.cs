using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests;

public class RunTroubleTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Runs by their statuses, the first triggered first, and minutes that each has run.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("SUCCESS:5", null)]
    [InlineData("SUCCESS:5 CANCEL:5", 1)]
    [InlineData("FAIL:5 SUCCESS:5 SUCCESS:5", 0)]
    [InlineData("FAIL:5 SUCCESS:5 SKIP SUCCESS:5", 2)]
    [InlineData("SKIP SUCCESS:5 WAIT", 2)] // it waits now
    [InlineData("FAIL:5 WAIT WAIT", 1)] // the second waits for the first
    [InlineData("FAIL:5 SUCCESS:5 RUNNING:6", 0)] // nothing is wrong with the one that runs
    [InlineData("FAIL:5 SUCCESS:5 RUNNING:16", 2)] // stuck
    [InlineData("FAIL:5 SUCCESS:5 RUNNING:16 WAIT", 2)] // what waits, waits for the one that is stuck
    [InlineData("SUCCESS:5 WAIT FAIL:5", 2)]
    [InlineData("FAIL:5 RUNNING:600", 0)] // how long it usually runs is not known
    [InlineData("SUCCESS:5 RUNNING:6 RUNNING:4", 1)]
    public void Last_IsTheRunToLookAt(string runs, int? expected)
    {
        FlowInstance[] all = [.. runs.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Run)];

        Assert.Equal(expected is { } i ? $"1-{i}" : null, RunTrouble.Last(all, Now)?.FlowInstanceId);
    }

    private static FlowInstance Run(string text, int i)
    {
        var parts = text.Split(':');
        var (status, minutes) = (parts[0], parts.Length > 1 ? int.Parse(parts[1]) : (int?)null);
        var isRunning = status == "RUNNING";
        var start = Now.AddMinutes(-minutes ?? 0);
        return new FlowInstance(
            JsonDocument.Parse(JsonSerializer.Serialize(new
            {
                instanceId = $"1-{i}",
                status,
                startTime = minutes is null ? null : start.ToString("yyyy-MM-dd HH:mm:ss"),
                endTime = minutes is null || isRunning ? null : Now.ToString("yyyy-MM-dd HH:mm:ss"),
            })).RootElement,
            new Origin("test", new ServerZone("GMT+0")));
    }
}
