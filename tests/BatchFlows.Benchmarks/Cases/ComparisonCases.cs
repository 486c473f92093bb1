using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Comparison;

namespace BatchFlows.Benchmarks;

/// <summary>Reading the definitions of two organisations and comparing them, next to reading them only.</summary>
internal static class ComparisonCases
{
    private const int Flows = 1_000;
    private const int Tasks = 20;

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        using var answer = JsonDocument.Parse(Documents.Export(Tasks));
        var exported = answer.RootElement.GetProperty("data").GetRawText();
        var file = Encoding.UTF8.GetString(CanonicalFlow.Write(FlowDefinition.Parse(exported)));

        yield return pairs.CompareTimes(
            "1,000 flows of a service and the same", 3,
            () => Compare(Exported(exported), Exported(exported)),
            () => Read(Exported(exported), Exported(exported)));
        // The fields of a file are in another order, so that each is looked at.
        yield return pairs.CompareTimes(
            "1,000 files and the flows of a service", 3,
            () => Compare(Files(file), Exported(exported)),
            () => Read(Files(file), Exported(exported)));
    }

    private static void Compare(ComparedFlow[] reference, ComparedFlow[] difference)
    {
        if (FlowPair.Of(reference, difference).Any(pair => pair.Differences().Count > 0))
            throw new System.InvalidOperationException("They are equal.");
    }

    private static void Read(ComparedFlow[] reference, ComparedFlow[] difference)
    {
        if (reference.Length != difference.Length) throw new System.InvalidOperationException("They are as many.");
    }

    private static ComparedFlow[] Exported(string json) =>
        [.. Enumerable.Range(0, Flows).Select(i => Named(FlowDefinition.Parse(json), i))];

    private static ComparedFlow[] Files(string json) =>
        [
            .. Enumerable.Range(0, Flows)
                .Select(i => Named(CanonicalFlow.Read(json, isCanonical: true, path => path), i))];

    private static ComparedFlow Named(FlowDefinition flow, int number) => new(flow) { Directory = $"{number:d4}" };
}
