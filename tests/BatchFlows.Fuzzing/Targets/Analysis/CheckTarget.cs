using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Analysis.Rules;

namespace BatchFlows.Fuzzing.Targets.Analysis;

/// <summary>A definition that all rules check, and that is compared with a changed one.</summary>
internal sealed class CheckTarget : IFuzzTarget
{
    private static readonly RuleContext Context =
        new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc);

    public string Name => "check";

    public IEnumerable<byte[]> Seeds => Samples.DataOf("export-flow");

    public void Run(byte[] input)
    {
        if (Definition(input) is not { } flow) return;
        var json = flow.ToJson();
        foreach (var finding in FlowCheck.Check(flow, Context, AllRules.List))
        {
            Law.Holds(finding.Message[^1] is '.' or '?' && !finding.Message.Any(char.IsControl),
                $"{finding.RuleId} says no sentence, or one with control characters");
        }

        Law.Holds(FlowComparison.Of(flow, flow).Count == 0, "a flow differs from itself");
        var other = FlowDefinition.Parse(json);
        other.Tasks.Add(new FlowTask { TaskName = "new", Command = "echo" });
        var (there, back) = (FlowComparison.Of(flow, other), FlowComparison.Of(other, flow));
        Law.Holds(there.Count > 0 && there.Count == back.Count, "what is added is not what is removed the other way");
        Law.Holds(flow.ToJson() == json, "checks or comparisons change a definition");
    }

    private static FlowDefinition? Definition(byte[] input)
    {
        try
        {
            return FlowDefinition.Parse(Encoding.UTF8.GetString(input));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
