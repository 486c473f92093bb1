using System.Management.Automation;

namespace BatchFlows;

/// <summary>
/// Marks a flow of the user's own list, which contains the cycle and the user's rights: a separate view shows them. In
/// other lists, these columns would be empty.
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
