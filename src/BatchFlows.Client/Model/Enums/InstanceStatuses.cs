using System;
using System.Text.Json;

namespace BatchFlows;

/// <summary>Reads statuses, which are numbers or names on the wire, and tells what they mean.</summary>
internal static class InstanceStatuses
{
    public static InstanceStatus? Read(JsonElement element)
    {
        if (element.AsInteger() is not null) return element.AsEnum<InstanceStatus>();
        return Enum.TryParse<InstanceStatus>(element.AsText()?.Replace("_", ""), ignoreCase: true, out var status) ? status : null;
    }

    /// <summary>True when nothing more happens. The service does not document which statuses these are.</summary>
    public static bool IsEnded(this InstanceStatus status) =>
        status is InstanceStatus.Success or InstanceStatus.Cancel or InstanceStatus.Skip || status.IsFailed();

    public static bool IsFailed(this InstanceStatus status) => status is InstanceStatus.Fail or InstanceStatus.InternalError or InstanceStatus.Timeout;
}
