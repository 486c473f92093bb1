namespace BatchFlows.Analysis.Diagrams;

/// <summary>The marks of statuses, and what all marks are called.</summary>
internal static class StatusMarks
{
    public static DiagramMark Of(InstanceStatus? status) => status switch
    {
        InstanceStatus.Success => DiagramMark.Success,
        InstanceStatus.Fail or InstanceStatus.InternalError => DiagramMark.Failed,
        InstanceStatus.Timeout => DiagramMark.TimedOut,
        InstanceStatus.Running or InstanceStatus.Rerun => DiagramMark.Running,
        InstanceStatus.Wait or InstanceStatus.Ready or InstanceStatus.Suspend => DiagramMark.Waiting,
        InstanceStatus.Skip => DiagramMark.Skipped,
        InstanceStatus.Cancel => DiagramMark.Cancelled,
        InstanceStatus.None or InstanceStatus.Init => DiagramMark.NotStarted,
        _ => DiagramMark.None,
    };

    public static string WordOf(DiagramMark mark) => mark switch
    {
        DiagramMark.None => "",
        DiagramMark.TimedOut => "timed out",
        DiagramMark.NotStarted => "not started",
        DiagramMark.Broken => "with broken link",
        DiagramMark.Circle => "in a circle",
        _ => mark.ToString().ToLowerInvariant(),
    };
}
