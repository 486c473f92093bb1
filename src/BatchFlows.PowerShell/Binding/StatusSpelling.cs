namespace BatchFlows.Binding;

/// <summary>The name of a status for the ways in which people and services spell it.</summary>
internal static class StatusSpelling
{
    public static string Of(string text) => text.Replace("_", "").ToUpperInvariant() switch
    {
        "FAILED" or "FAILURE" => nameof(InstanceStatus.Fail),
        "SUCCEEDED" or "SUCCESSFUL" => nameof(InstanceStatus.Success),
        "CANCELLED" or "CANCELED" => nameof(InstanceStatus.Cancel),
        "SUSPENDED" => nameof(InstanceStatus.Suspend),
        "SKIPPED" => nameof(InstanceStatus.Skip),
        "TIMEDOUT" => nameof(InstanceStatus.Timeout),
        "WAITING" => nameof(InstanceStatus.Wait),
        "INTERNALERROR" => nameof(InstanceStatus.InternalError),
        _ => text,
    };
}
