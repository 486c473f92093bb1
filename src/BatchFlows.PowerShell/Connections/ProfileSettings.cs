using System;
using System.Collections.Generic;
using System.Management.Automation;
using BatchFlows.Client.Network;

namespace BatchFlows.Connections;

/// <summary>The parameters whose values a profile keeps: one row for each.</summary>
internal static class ProfileSettings
{
    private static readonly Dictionary<string, Action<FlowProfile, object?>> Rows =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Gateway"] = (profile, value) => profile.Gateway = GatewayAddress.Check((Uri)value!).AbsoluteUri,
            ["OrganizationId"] = (profile, value) => profile.OrganizationId = Text(value),
            ["UserId"] = (profile, value) => profile.UserId = Text(value),
            ["AccessKey"] = (profile, value) => profile.AccessKey = Text(value),
            ["SecretName"] = (profile, value) => profile.SecretName = Text(value),
            ["Vault"] = (profile, value) => profile.Vault = Text(value),
            ["ReadOnly"] = (profile, value) => profile.IsReadOnly = Flag(value),
            ["Protected"] = (profile, value) => profile.IsProtected = Flag(value),
            ["OperationTimeoutSeconds"] = (profile, value) => profile.OperationTimeoutSeconds = (int)value!,
            ["MaximumRetryCount"] = (profile, value) => profile.MaximumRetryCount = (int)value!,
            ["MaxRequestsPerSecond"] = (profile, value) => profile.MaxRequestsPerSecond = (double?)value,
            ["SkipCertificateCheck"] = (profile, value) => profile.SkipCertificateCheck = Flag(value),
            ["Proxy"] = (profile, value) => profile.Proxy = Address(value),
            ["ProxyUseDefaultCredentials"] = (profile, value) => profile.ProxyUseDefaultCredentials = Flag(value),
            ["NoProxy"] = (profile, value) => profile.NoProxy = Flag(value),
        };

    /// <exception cref="ArgumentException">An address cannot be used.</exception>
    public static void Apply(FlowProfile profile, IReadOnlyDictionary<string, object> given)
    {
        foreach (var row in Rows)
        {
            if (given.TryGetValue(row.Key, out var value)) row.Value(profile, value);
        }
    }

    /// <summary>An empty text removes the setting.</summary>
    private static string? Text(object? value) => value is string { Length: > 0 } text ? text : null;

    private static bool Flag(object? value) => value is SwitchParameter { IsPresent: true };

    private static string? Address(object? value)
    {
        if (value is not Uri address) return null;
        ProxyAddress.Check(address);
        return address.OriginalString;
    }
}
