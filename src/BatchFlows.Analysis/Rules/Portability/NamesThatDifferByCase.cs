using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Portability;

internal sealed class NamesThatDifferByCase() : Rule(
    "BF903", RuleSeverity.Warning, "task names that differ by case only",
    "Readers and some tools take them for the same name. Windows cannot hold their files in one "
        + "folder.",
    "Rename one of the tasks and its relations.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Tasks
        .GroupBy(task => task.Name, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Select(task => task.Name).Distinct().Skip(1).Any())
        .Select(same => same.Last())
        .Select(task => new Problem(
            "The name of another task differs by case only.", task.At("name"), task.Name));
}
