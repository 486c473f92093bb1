using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Rules;

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

        List<FlowDefinition> Read() => [.. Enumerable.Range(0, flows)
            .Select(_ => CanonicalFlow.Read(file, isCanonical: true, _ => ""))];
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
