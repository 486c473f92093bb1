using System;

namespace BatchFlows.Sandbox;

/// <summary>An operation refuses a call with one of the documented codes.</summary>
internal sealed class ServiceRefusal(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    public static ServiceRefusal UserUnknown() => new(62101, "userId does not exist, or it does not match to orgId.");

    public static ServiceRefusal Invalid(string message) => new(62102, message);

    public static ServiceRefusal NoPrivilege() => new(62103, "User has no privilege.");

    public static ServiceRefusal Forbidden(string message) => new(62104, message);

    public static ServiceRefusal Locked(string message) => new(62105, message);
}
