using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>Who may do what with which flow.</summary>
internal static class Access
{
    /// <summary>The flow that the query names, to be read by any member of the organisation.</summary>
    public static StoredFlow FlowInQuery(this ServiceCall call) => call.Flow(call.Id("flowId") ?? 0);

    public static StoredFlow Flow(this ServiceCall call, long flowId, string otherwise = "Workflow does not exist") =>
        call.Organization.Flows.TryGetValue(flowId, out var flow) ? flow : throw ServiceRefusal.Invalid(otherwise);

    /// <summary>The same flow, when the caller owns it.</summary>
    public static StoredFlow Owned(this ServiceCall call, StoredFlow flow) =>
        call.User.Owns(flow.Model) ? flow : throw ServiceRefusal.NoPrivilege();

    /// <summary>The same flow, when the caller owns it and neither of them is locked.</summary>
    public static StoredFlow Unlocked(this ServiceCall call, StoredFlow flow)
    {
        call.Owned(flow);
        RefuseLockedUser(call);
        return flow.IsLocked ? throw ServiceRefusal.Locked("This workflow has been locked") : flow;
    }

    public static void RefuseLockedUser(ServiceCall call)
    {
        if (call.User.IsLocked) throw ServiceRefusal.Locked("Your account has been locked");
    }

    public static bool Owns(this SandboxUser user, FlowModel flow) =>
        user.IsAdministrator || Names(flow.Owners).Contains(user.UserName);

    /// <summary>True for owners and visitors.</summary>
    public static bool IsRelatedTo(this SandboxUser user, FlowModel flow) =>
        user.Owns(flow) || Names(flow.Visitors).Contains(user.UserName);

    public static IEnumerable<string> Names(string list) => list.Split(';').Select(name => name.Trim());

    /// <summary>The service's fuzzy match: a part of the text, in any case.</summary>
    public static bool Matches(this string text, string expression) =>
        expression.Length == 0 || CultureInfo.InvariantCulture.CompareInfo
            .IndexOf(text, expression, CompareOptions.OrdinalIgnoreCase) >= 0;
}
