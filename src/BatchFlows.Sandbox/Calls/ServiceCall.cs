using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatchFlows.Sandbox;

/// <summary>
/// A call that the gateway let pass, with its parameters decoded, the organisation it works on, and what goes wrong.
/// </summary>
internal sealed record ServiceCall(
    IReadOnlyDictionary<string, string> Query, byte[] Body, Organization Organization, DateTimeOffset Now,
    SandboxFault? Fault)
{
    /// <summary>Who calls; a refusal when the organisation has no such user, or it is another organisation.</summary>
    public SandboxUser User =>
        Parameter("orgId") == OrganizationSeed.OrganizationId
            && Organization.Users.Find(user => user.UserId == Parameter("userId")) is { } user
            ? user
            : throw ServiceRefusal.UserUnknown();

    public TimeText Times => new(Organization.UtcOffset);

    public string? Parameter(string name) => Query.TryGetValue(name, out var value) ? value : null;

    /// <summary>A parameter of digits alone; null when it is absent or something else.</summary>
    public long? Id(string name) =>
        long.TryParse(Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>
    /// The body; a field that is missing or ill-formed is refused with the text that belongs to its name.
    /// </summary>
    public RequestBody ReadBody(Func<string, string> complaint) => RequestBody.Read(Body, complaint);
}
