using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Settings;

/// <summary>A setting of a flow, before and after a change.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Field">Its name; with the name of the parameter for one of several parameters.</param>
/// <param name="Before">Its present value, as text.</param>
/// <param name="After">Its wanted value, as text.</param>
internal sealed record FieldChange(FlowSetting Setting, string Field, string Before, string After)
{
    private const string NotTold = "(not told)";

    /// <summary>The settings that become different; empty when the flow has the wanted values already.</summary>
    public static IReadOnlyList<FieldChange> Of(Flow flow, FlowChanges changes)
    {
        if (flow is null) throw new ArgumentNullException(nameof(flow));
        if (changes is null) throw new ArgumentNullException(nameof(changes));
        return [.. FlowSettings.All.Where(changes.Include).SelectMany(Of)];

        IEnumerable<FieldChange> Of(FlowSetting setting)
        {
            var before = setting.Read(flow) ?? (setting.IsAnswered ? "" : NotTold);
            var after = changes.Apply(setting, before);
            return before is ParameterList all ? OfParameters(setting, all, (ParameterList)after!)
                : Equals(before, after) ? [] : [new(setting, setting.Name, $"{before}", $"{after}")];
        }
    }

    /// <summary>The change in words: <c>Cycle: 'D' -> 'H'</c>.</summary>
    public override string ToString() => $"{Field}: '{Before}' -> '{After}'";

    /// <summary>Compared by position, because a key may occur twice; added parameters are at the end.</summary>
    private static IEnumerable<FieldChange> OfParameters(
        FlowSetting setting, ParameterList before, ParameterList after) =>
        after.Select((parameter, place) => (Parameter: parameter, Old: before.ElementAtOrDefault(place)?.Value))
            .Where(pair => pair.Old != pair.Parameter.Value)
            .Select(pair => new FieldChange(
                setting, $"Parameter {pair.Parameter.Key}", pair.Old ?? "", pair.Parameter.Value));
}
