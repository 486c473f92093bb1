using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Instances;

/// <summary>Reads statuses, which are numbers or names on the wire, and knows their meaning.</summary>
internal static class InstanceStatuses
{
    public static InstanceStatus? Read(JsonElement element)
    {
        if (element.AsInteger() is not null) return element.AsEnum<InstanceStatus>();
        var name = element.AsText()?.Replace("_", "").Trim() ?? "";
        // Only names, because the parser also accepts digits, and several names as their sum.
        return name.All(char.IsLetter) && Enum.TryParse<InstanceStatus>(name, ignoreCase: true, out var status)
            ? status
            : null;
    }

    /// <summary>True when nothing more happens. The service does not document which statuses these are.</summary>
    public static bool IsEnded(this InstanceStatus status) =>
        status is InstanceStatus.Success or InstanceStatus.Cancel or InstanceStatus.Skip || status.IsFailed();

    public static bool IsFailed(this InstanceStatus status) =>
        status is InstanceStatus.Fail or InstanceStatus.InternalError or InstanceStatus.Timeout;
}
