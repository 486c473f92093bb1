namespace BatchFlows.Procedures.Flows;

/// <summary>A flow that was changed and saved.</summary>
/// <param name="FlowId">Its ID, which differs from the old one when the service has moved the flow.</param>
/// <param name="Flow">The flow after the change, when it was read.</param>
/// <param name="Unread">Why it could not be read after it was saved.</param>
internal sealed record EditedFlow(long FlowId, Flow? Flow = null, FlowException? Unread = null);
