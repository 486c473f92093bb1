using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Variables;

namespace BatchFlows.Analysis.Rules.Parameters;

internal sealed class UnusedParameter() : Rule(
    "BF702", RuleSeverity.Information, "parameter that nothing uses",
    "No command and no other parameter refers to it. It may be a leftover, or its name may be "
        + "mistyped where it is used.",
    "Remove the parameter, or use it as ${name}.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        if (flow.Parameters.Count == 0) yield break;
        var used = new HashSet<string>(flow.Tasks.SelectMany(task => task.Variables)
            .Concat(flow.Parameters.SelectMany(
                parameter => VariableReferences.In(parameter.Value).Where(name => name != parameter.Key))));
        for (var i = 0; i < flow.Parameters.Count; i++)
        {
            var key = flow.Parameters[i].Key;
            if (!used.Contains(key))
                yield return new Problem($"Nothing uses the parameter {Texts.Of(key)}.", $"parameters[{i}]");
        }
    }
}
