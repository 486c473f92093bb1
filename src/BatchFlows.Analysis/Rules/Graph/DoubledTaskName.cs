using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class DoubledTaskName() : Rule(
    "BF102", RuleSeverity.Error, "two tasks of one name",
    "Relations name tasks, so the names of a flow's tasks must be different. The service refuses the "
        + "import.",
    "Rename one of the tasks and its relations.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => flow.Tasks
        .GroupBy(task => task.Name, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1))
        .Select(task => new Problem("Another task has the same name.", task.At("name"), task.Name));
}
