using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Rules;
using BatchFlows.Analysis.Secrets;

namespace BatchFlows.Benchmarks;

/// <summary>Checks flows with all rules, as long as reading their files takes without the disk.</summary>
internal static class CheckCase
{
    private const int Tasks = 20;

    private static readonly RuleContext Context = new(
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))
    {
        LinkedFlows = new Dictionary<string, FlowDefinition?>(),
    };

    public static IEnumerable<Row> Measure(Pairs pairs, int flows)
    {
        var file = Encoding.UTF8.GetString(CanonicalFlow.Write(FlowDefinition.Parse(Flow().ToJsonString())));
        yield return pairs.Compare(
            $"{flows:N0} flows of {Tasks} tasks checked with all rules", "ms", 3,
            () =>
            {
                var read = Read();
                return Pairs.MillisecondsOf(() => read.ForEach(Check));
            },
            () => Pairs.MillisecondsOf(() => Read()));

        var (large, small) = (Broken(10_000), Broken(1_000));
        yield return pairs.CompareTimes(
            "a flow of 10,000 tasks and as many errors checked (floor: ten of 1,000)", 2,
            () => FlowCheck.Check(large, Context, AllRules.List),
            () => TenTimes(() => FlowCheck.Check(small, Context, AllRules.List)));
        var (longer, shorter) = (Hostile(1 << 18), Hostile((1 << 18) / 10));
        yield return pairs.CompareTimes(
            "hostile texts of 256 KB searched for secrets (floor: ten times a tenth of them)", 1.1,
            () => longer.ForEach(text => SecretFinder.Find(text)),
            () => TenTimes(() => shorter.ForEach(text => SecretFinder.Find(text))));

        List<FlowDefinition> Read() => [.. Enumerable.Range(0, flows)
            .Select(_ => CanonicalFlow.Read(file, isCanonical: true, _ => ""))];
    }

    private static void TenTimes(Action action)
    {
        for (var i = 0; i < 10; i++) action();
    }

    /// <summary>Texts that begin like a secret again and again.</summary>
    private static List<string> Hostile(int length) =>
    [
        .. ((string[])["A", "token", "password=", "://a:", "curl -u ", "eyJa.", "-----BEGIN PRIVATE KEY-----"])
            .Select(piece => string.Concat(Enumerable.Repeat(piece, length / piece.Length))),
    ];

    /// <summary>A chain of tasks, each of which follows an unknown one as well.</summary>
    private static FlowDefinition Broken(int tasks)
    {
        var numbers = Enumerable.Range(0, tasks).ToList();
        var all = numbers.Select(i => $$"""{"name":"task_{{i}}","type":3,"cmd":"token=abcd{{i}}\nls"}""");
        var relations = numbers.SelectMany(i => (string[])
        [
            $$"""{"sourceTaskName":"task_{{i + 1}}","targetTaskName":"task_{{i}}"}""",
            $$"""{"sourceTaskName":"tusk_{{i}}","targetTaskName":"task_{{i}}"}""",
        ]);
        return FlowDefinition.Parse(
            $$"""{"name":"f","tasks":[{{string.Join(',', all)}}],"relations":[{{string.Join(',', relations)}}]}""");
    }

    private static void Check(FlowDefinition flow)
    {
        if (FlowCheck.Check(flow, Context, AllRules.List).Count > 0)
            throw new InvalidOperationException("It is not clean.");
    }

    /// <summary>Commands as people write them, with what rules look for.</summary>
    private static JsonObject Flow()
    {
        var flow = JsonNode.Parse(Documents.Export(Tasks))!["data"]!.AsObject();
        flow["alertMode"] = 1;
        flow["cron"] = "0 0 4 * * ? *";
        flow["parameters"] = """[{"key":"region","value":"north"}]""";
        var index = 0;
        foreach (var task in flow["tasks"]!.AsArray())
        {
            task!["cmd"] = (index++ % 4) switch
            {
                0 => "load --region ${region} --day ${cal_dt-1} --url https://example.com/v1/load --token-file /run/token",
                1 => "set -eu\nout=\"/data/out/${region}\"\nrm -rf \"${out}\"\nmkdir -p \"$out\"\n"
                    + "for f in /data/in/*.csv; do\n  gzip -c \"$f\" > \"$out/$(basename \"$f\").gz\"\ndone\n",
                2 => "set -e\npsql --host db --username etl <<'SQL'\nINSERT INTO t (a, b) SELECT a, b FROM s WHERE day = '${cal_dt}';\nSQL\n",
                _ => "curl --fail --user \"etl:$PASSWORD\" 'https://example.com/api?day=${cal_dt8}' -o out.json",
            };
        }

        return flow;
    }
}
