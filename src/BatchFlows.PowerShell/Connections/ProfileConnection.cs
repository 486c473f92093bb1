using System;
using System.Linq;
using BatchFlows.Client.Network;
using BatchFlows.Model.Failures;
using BatchFlows.Procedures.Files;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Connections;

/// <summary>Makes a connection from a profile, and fetches its secret key for it.</summary>
internal static class ProfileConnection
{
    /// <summary>The profile of a name, in any case.</summary>
    /// <exception cref="FlowException">There is none, or the file of profiles cannot be read.</exception>
    public static FlowProfile Load(string name)
    {
        var profiles = ProfileFile.Read();
        return profiles.Find(name)
            ?? throw NotConnected.NoProfile(name, profiles.Profiles.Select(profile => profile.Name));
    }

    /// <exception cref="FlowException">A setting or the secret key cannot be used.</exception>
    public static FlowConnection Create(
        FlowProfile profile, Func<FlowConnectionOptions, FlowConnectionOptions>? change = null)
    {
        try
        {
            var options = OptionsOf(profile);
            if (change is not null) options = change(options);
            var (accessKey, secretKey) = ProfileSecret.Of(profile);
            return new FlowConnection(
                new Uri(profile.Gateway ?? "", UriKind.RelativeOrAbsolute), profile.OrganizationId ?? "",
                profile.UserId ?? "", accessKey, secretKey, options);
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            throw new FlowException(
                FailureKind.NotConnected, $"The profile '{profile.Name}' cannot be used. {e.Message}", e,
                remedy: $"Correct the setting with Set-BatchFlowProfile {PastedText.Of(profile.Name)}.");
        }
    }

    private static FlowConnectionOptions OptionsOf(FlowProfile profile)
    {
        var usual = new FlowConnectionOptions();
        return usual with
        {
            Name = profile.Name,
            OperationTimeout = profile.OperationTimeoutSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : usual.OperationTimeout,
            MaximumRetryCount = profile.MaximumRetryCount ?? usual.MaximumRetryCount,
            MaxRequestsPerSecond = profile.MaxRequestsPerSecond,
            SkipCertificateCheck = profile.SkipCertificateCheck,
            CertificateAuthorities = [.. profile.CertificateAuthorities.SelectMany(CertificateFile.Read)],
            Proxy = profile.Proxy is { } proxy ? new Uri(proxy, UriKind.RelativeOrAbsolute) : null,
            ProxyCredentials = profile.ProxyUseDefaultCredentials
                ? System.Net.CredentialCache.DefaultCredentials
                : null,
            NoProxy = profile.NoProxy,
            IsReadOnly = profile.IsReadOnly,
            IsProtected = profile.IsProtected,
        };
    }
}
