using System.Management.Automation;

namespace BatchFlows;

/// <summary>
/// Marks figures of a task: a separate view shows what retries cost, which other figures seldom know.
/// </summary>
internal static class TaskFigures
{
    public static object Of(FlowStatistics figures)
    {
        if (figures.TaskName is null) return figures;
        var shown = PSObject.AsPSObject(figures);
        shown.TypeNames.Insert(0, "BatchFlows.FlowStatistics#Task");
        return shown;
    }
}
