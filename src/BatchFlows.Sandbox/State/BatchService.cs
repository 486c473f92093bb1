using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>
/// The service behind the gateway: one organisation, used by one caller at a time, after everything due has happened in
/// it.
/// </summary>
internal sealed class BatchService(SandboxClock clock)
{
    private readonly object _gate = new();
    private Organization _organization = OrganizationSeed.Make(clock.Now);

    public SandboxResponse Answer(
        Operation operation, IReadOnlyDictionary<string, string> query, byte[] body, SandboxFault? fault)
    {
        try
        {
            return SandboxResponse.Success(
                Use((organization, now) => Work(operation, new(query, body, organization, now, fault))));
        }
        catch (ServiceRefusal refusal)
        {
            return SandboxResponse.Refusal(refusal.Code, refusal.Message);
        }
    }

    public T Use<T>(Func<Organization, DateTimeOffset, T> work)
    {
        lock (_gate)
        {
            var now = clock.Now;
            _organization.Advance(now);
            return work(_organization, now);
        }
    }

    public void Use(Action<Organization> work) => Use((organization, _) =>
    {
        work(organization);
        return true;
    });

    public void Replace(Organization organization)
    {
        lock (_gate) _organization = organization;
    }

    private static string Work(Operation operation, ServiceCall call) => operation.IsForUser && !call.User.IsMember
        ? throw ServiceRefusal.NoPrivilege()
        : operation.Work(call);
}
