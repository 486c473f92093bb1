using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Tests.Graphs;

/// <summary>The flows that the sandbox starts with, and flows in short.</summary>
internal static class Seed
{
    public static IReadOnlyList<KnownFlow> Flows =>
    [
        .. new[] { 2924L, 3001, 3002, 3003, 3004, 3005, 3006 }.Select(id => new KnownFlow(
            FlowDefinition.Parse(File.ReadAllText(Path.Combine("Seed", $"{id}.json"))), id, id is not (2924 or 3006))),
    ];

    /// <summary>
    /// Flows of one task <c>t</c> that wait for others, such as <c>"a", "b a", "c a b"</c>. They run daily, each an
    /// hour after the one before.
    /// </summary>
    public static IReadOnlyList<KnownFlow> Of(params string[] flows) => [.. flows.Select((text, i) =>
    {
        var names = text.Split(' ');
        var links = names.Skip(1).Select((name, id) => $$"""{"linkId":"{{id}}","sourceFlowName":"{{name}}"}""");
        var relations = names.Skip(1).Select((_, id) => $$"""{"linkId":"{{id}}","targetTaskName":"t"}""");
        return new KnownFlow(
            FlowDefinition.Parse(
                $$"""
                {"name":"{{names[0]}}","cycle":"D","cron":"0 0 {{(i + 1) % 24}} * * ? *","type":1,"tasks":[{"name":"t","asLink":true}],
                 "flowLinks":[{{string.Join(",", links)}}],"linkRelations":[{{string.Join(",", relations)}}]}
                """),
            i + 1, true);
    })];
}
