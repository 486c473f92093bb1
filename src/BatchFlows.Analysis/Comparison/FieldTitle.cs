using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Settings;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// The name of a field in scripts: its property of <see cref="FlowDefinition"/> or <see cref="FlowTask"/>. An unknown
/// field keeps its own.
/// </summary>
internal static class FieldTitle
{
    private static readonly Dictionary<string, string> Settings =
        FlowSettings.All.ToDictionary(setting => setting.DefinedAs, setting => setting.Name);

    public static string Of(string field, Shape shape) =>
        shape.Documented(field) is not { } known ? field
        : shape == Shape.Flow && Settings.TryGetValue(known, out var name) ? name
        : known == "cmd" ? nameof(FlowTask.Command)
        : char.ToUpperInvariant(known[0]) + known.Substring(1);
}
