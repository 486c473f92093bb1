using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A setting has four places: its row in FlowSettings, its property of Flow, its parameter of Set-BatchFlow, and its
/// row in the sandbox's SavedSetting. The rows are read from the staged module, so that no list here can be forgotten.
/// </summary>
public class FlowSettingTests
{
    private const string GraphScript = "(Invoke-BatchFlowApi flows loadForEdit -Query @{ flowId = 3001 }).graph";

    [Fact]
    public void Each_setting_can_be_changed_and_is_kept_and_shown()
    {
        using var engine = new Engine();

        Lists.AssertComplete(Rows(engine).SelectMany(Complaints));
    }

    [Fact]
    public void Each_parameter_of_Set_BatchFlow_that_other_changes_lack_has_a_row()
    {
        using var engine = new Engine();
        var own = Parameters(engine, "Set-BatchFlow").Keys.Except(Parameters(engine, "Remove-BatchFlow").Keys)
            .Except(["PassThru"]);

        Lists.AssertComplete(
            own.Except(Rows(engine).Select(row => row.Parameter)).Select(name => $"-{name}: no row in FlowSettings"));
    }

    private static IEnumerable<string> Complaints(Row row)
    {
        using var engine = Engine.WithSandbox();
        if (!Parameters(engine, "Set-BatchFlow").TryGetValue(row.Parameter, out var parameter))
        {
            yield return $"{row.Name}: Set-BatchFlow has no parameter -{row.Parameter}";
            yield break;
        }

        var flow = engine.Run("Get-BatchFlow 3001").Output.Single();
        var graph = Graph(engine);
        var change = $"Set-BatchFlow 3001 -{row.Parameter} {Another(parameter, $"{flow.Properties[row.Name].Value}")}";

        if (!engine.Show(change + " -WhatIf").Contains($"': {row.Name.TrimEnd('s')}", StringComparison.Ordinal))
            yield return $"{row.Name}: -WhatIf does not show the change";
        foreach (var error in engine.Run(change).Errors) yield return $"{row.Name}: {change}: {error}";
        if ($"{graph[row.WireName]}" == $"{Graph(engine)[row.WireName]}")
            yield return $"{row.Name}: the sandbox does not keep '{row.WireName}', see its SavedSetting";
        var shown = engine.Run("Get-BatchFlow 3001").Output.Single().Properties[row.Name].Value;
        if (row.IsAnswered && $"{shown}" == $"{flow.Properties[row.Name].Value}")
            yield return $"{row.Name}: the property of Flow does not show the change";
    }

    /// <summary>A value of the parameter's type that differs from the present one.</summary>
    private static string Another(ParameterMetadata parameter, string present)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (parameter.Attributes.OfType<ValidateSetAttribute>().SingleOrDefault() is { } set)
            return set.ValidValues.First(value => value != present);
        if (type.IsEnum) return Enum.GetNames(type).First(value => value != present);
        return parameter.Name == "Cron" ? "'0 0 5 * * ?'"
            : type == typeof(string) ? "other"
            : type == typeof(string[]) ? "other, another"
            : type == typeof(DateTime) ? "2031-02-03"
            : type == typeof(IDictionary) ? "@{ other = 1 }"
            : throw new NotSupportedException($"Add a value of {type} for -{parameter.Name}.");
    }

    private static Dictionary<string, ParameterMetadata> Parameters(Engine engine, string command) =>
        ((CommandInfo)engine.Run($"Get-Command {command}").Output.Single().BaseObject).Parameters;

    private static JsonObject Graph(Engine engine) =>
        JsonNode.Parse(engine.Run(GraphScript).Texts.Single())!.AsObject();

    private static List<Row> Rows(Engine engine)
    {
        var model = ((Type)engine.Run("[BatchFlows.Flow]").Output.Single().BaseObject).Assembly;
        var all = (IEnumerable)model.GetType("BatchFlows.Model.Settings.FlowSettings", throwOnError: true)!.GetProperty(
            "All")!.GetValue(null)!;
        return [.. all.Cast<object>().Select(row => new Row(
            $"{Of(row, "Name")}", $"{Of(row, "Parameter")}", $"{Of(row, "WireName")}", Of(row, "IsAnswered") is true))];

        static object? Of(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row);
    }

    private sealed record Row(string Name, string Parameter, string WireName, bool IsAnswered);
}
