using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>The operations of the service: from a call to the JSON text of its <c>data</c>, or a <see cref="ServiceRefusal"/>.</summary>
internal sealed class OperationTable(FlowStore flowStore, string organizationId, string userId)
{
    private readonly Dictionary<(string Method, string Collection, string Action), Func<ServiceCall, string>> _operations =
        Operations(new FlowOperations(flowStore));

    public SandboxResponse Answer(ServiceCall call)
    {
        if (!_operations.TryGetValue((call.Method, call.Collection, call.Parameter("action") ?? ""), out var operation))
            return SandboxResponse.Gateway(404, "No such operation");
        if (call.Parameter("userId") != userId || call.Parameter("orgId") != organizationId)
            return SandboxResponse.Refusal(62101, "userId does not exist, or it does not match to orgId.");
        try
        {
            return SandboxResponse.Success(operation(call));
        }
        catch (ServiceRefusal refusal)
        {
            return SandboxResponse.Refusal(refusal.Code, refusal.Message);
        }
    }

    private static Dictionary<(string Method, string Collection, string Action), Func<ServiceCall, string>> Operations(
        FlowOperations flows) => new()
        {
            [("GET", "flows", "export")] = flows.Export,
        };
}
