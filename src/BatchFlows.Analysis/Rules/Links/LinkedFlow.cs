namespace BatchFlows.Analysis.Rules.Links;

internal static class LinkedFlow
{
    /// <summary>The flow that a link names; null when it does not exist or nobody asked the service.</summary>
    public static FlowDefinition? Of(Link link, CheckedFlow flow) =>
        flow.Context.LinkedFlows is { } linked && linked.TryGetValue(link.SourceFlowName ?? "", out var source)
            ? source
            : null;
}
