using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Variables;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Rules.Parameters;

internal sealed class UnknownSystemVariable() : Rule(
    "BF703", RuleSeverity.Warning, "system variable that does not exist",
    "The name looks like a system variable of the service, and the service documents none of this "
        + "name. It stays as it is, and the task gets the text itself.",
    "Correct the name. about_BatchFlow_Rules lists the names.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        for (var i = 0; i < flow.Parameters.Count; i++)
        {
            foreach (var name in VariableReferences.In(flow.Parameters[i].Value)
                .Where(name => IsUnknown(name, flow.Parameters[i].Key)))
                yield return Of(name, $"parameters[{i}].value", task: null);
        }

        foreach (var task in flow.Tasks)
        {
            foreach (var name in task.Variables.Where(SystemVariables.LooksLikeOne)
                .Where(name => IsUnknown(name)))
                yield return Of(name, task.At("cmd"), task.Name);
        }

        // A parameter cannot define itself: cal_day=${cal_day} is no value.
        bool IsUnknown(string name, string? parameter = null) => !SystemVariables.IsKnown(name)
            && (!flow.ParameterNames.Contains(name) || name == parameter);
    }

    private static Problem Of(string name, string location, string? task) => new(
        $"The service has no variable ${{{name}}}. {NearNames.Ask(name, SystemVariables.All)}".TrimEnd(), location,
        task);
}
