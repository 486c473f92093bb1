using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Settings;

/// <summary>
/// The settings of a flow, one row each. All code that compares, shows, changes or saves settings loops over these.
/// </summary>
internal static class FlowSettings
{
    /// <summary>The settings that Set-BatchFlow changes, in the order in which changes are shown.</summary>
    public static IReadOnlyList<FlowSetting> All { get; } =
    [
        new(nameof(Flow.FlowName), "name", 2, flow => flow.FlowName, Text)
            { Parameter = "NewName", AnsweredAs = ["flowName", "title"] },
        new(nameof(Flow.Type), "type", 1, flow => flow.Type, Number),
        new(nameof(Flow.Cron), "freq", 3, flow => flow.Cron, Text) { DefinedAs = "cron" },
        new(nameof(Flow.Cycle), "cycle", 4, flow => flow.Cycle, Text),
        new(nameof(Flow.AlertMode), "alertMode", 5, flow => flow.AlertMode, Number),
        new(nameof(Flow.Submitter), "doAs", 6, flow => flow.Submitter, Text) { DefinedAs = "submitter" },
        new(nameof(Flow.Owners), "owners", 8, flow => flow.Owners, UserList.Read)
            { Parameter = "Owner", AnsweredAs = ["owner"] },
        new(nameof(Flow.Visitors), "visitors", 11, flow => flow.Visitors, UserList.Read)
            { Parameter = "Visitor", AnsweredAs = ["visitor"] },
        new(nameof(Flow.StartTime), "startTime", 10, flow => flow.StartTime, Text),
        new(nameof(Flow.Description), "desc", 9, flow => flow.Description, Text),
        new(nameof(Flow.Queue), "queue", 13, flow => flow.Queue, Text) { IsAnswered = false },
        new(nameof(Flow.Parameters), "parameters", 7, flow => flow.Parameters, Parameters) { Parameter = "Parameter" },
    ];

    /// <summary>
    /// Whether the schedule is started. Saved with the settings, but changed by operations of its own.
    /// </summary>
    public static FlowSetting IsActive { get; } =
        new(nameof(Flow.IsActive), "active", 12, flow => flow.IsActive, Number);

    /// <summary>All that Save Flow sends, in the order of its documented body.</summary>
    public static IReadOnlyList<FlowSetting> Saved { get; } =
        [.. All.Append(IsActive).OrderBy(setting => setting.Place)];

    private static string Text(JsonElement value) => value.AsText() ?? "";

    /// <summary>A number in any form; text that is not a number is kept.</summary>
    private static object Number(JsonElement value) => value.AsInteger() is { } number ? number : Text(value);

    private static ParameterList Parameters(JsonElement value) => new(value);
}
