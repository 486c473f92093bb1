using System.Collections.Generic;

namespace BatchFlows.Analysis.Rules.Parameters;

internal sealed class DoubledParameter() : Rule(
    "BF704", RuleSeverity.Error, "two parameters of one name",
    "It is uncertain which of the values counts.",
    "Remove one of them.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        var known = new HashSet<string>();
        for (var i = 0; i < flow.Parameters.Count; i++)
        {
            var key = flow.Parameters[i].Key;
            if (!known.Add(key))
                yield return new Problem($"The parameter {Texts.Of(key)} is there twice.", $"parameters[{i}]");
        }
    }
}
