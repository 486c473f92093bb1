namespace BatchFlows.Sandbox;

/// <summary>The operations of the collection <c>flows</c>.</summary>
internal sealed class FlowOperations(FlowStore flows)
{
    public string Export(ServiceCall call) =>
        (call.Id("flowId") is { } flowId ? flows.Find(flowId) : null)
        ?? throw new ServiceRefusal(62102, "Flow validation exception");
}
