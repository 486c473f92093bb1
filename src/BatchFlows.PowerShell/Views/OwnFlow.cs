using System.Management.Automation;

namespace BatchFlows;

/// <summary>
/// A flow of the user's own list, which tells its cycle and the user's rights: a view of its own shows them. In other
/// lists these columns would be empty.
/// </summary>
internal static class OwnFlow
{
    public static PSObject Of(FlowSummary flow)
    {
        var shown = PSObject.AsPSObject(flow);
        shown.TypeNames.Insert(0, "BatchFlows.FlowSummary#Mine");
        return shown;
    }
}
