using System;
using System.Collections.Generic;
using System.Text.Json;
using BatchFlows.Client;

namespace BatchFlows.Benchmarks;

/// <summary>From the bytes of an answer to the objects a script sees.</summary>
internal static class ReadingCases
{
    private static readonly Uri Gateway = new("http://127.0.0.1:1/");

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        var known = Documents.Export(10_000);
        var unknown = Documents.Export(10_000, withUnknown: true);
        yield return pairs.CompareTimes(
            "10,000 tasks, bytes to objects, run modes open", 1.35, Ours(known, OpenRunModes), Bare(known));
        yield return pairs.CompareTimes(
            "the same with an unknown object on each", 1.5, Ours(unknown, OpenRunModes), Bare(unknown));
        // Eleven times the time of 10,000 is the goal. Ten of those one after the other, so that they pay for their
        // garbage, too.
        yield return pairs.CompareTimes("100,000 tasks (floor: ours, ten times 10,000)", 1.1,
            Ours(Documents.Export(100_000), OpenRunModes), Repeat(10, Ours(known, OpenRunModes)));
        yield return pairs.CompareTimes("10,000 tasks (floor: ours, a hundred times 100)", 1.1,
            Ours(known, OpenRunModes), Repeat(100, Ours(Documents.Export(100), OpenRunModes)));
    }

    private static Action Repeat(int times, Action action) => () =>
    {
        for (var i = 0; i < times; i++) action();
    };

    private static Action Bare(byte[] answer) => () =>
        JsonSerializer.Deserialize(answer, BareContext.Default.BareAnswer);

    private static Action Ours(byte[] answer, Action<FlowTask> use)
    {
        var client = new FlowClient(CallCases.Ours(Gateway, new CannedTransport(answer)));
        return () =>
        {
            foreach (var task in client.ExportFlowAsync(1).GetAwaiter().GetResult().Tasks) use(task);
        };
    }

    private static void OpenRunModes(FlowTask task)
    {
        if (task.Cpu is null || task.FlowId is null) throw new InvalidOperationException("The task was not read.");
    }
}
