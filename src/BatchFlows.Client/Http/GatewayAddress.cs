using System;

namespace BatchFlows.Http;

/// <summary>The address of an API gateway, checked: what is signed and sent with it must not be readable on the way.</summary>
internal static class GatewayAddress
{
    public static Uri Check(Uri gateway)
    {
        if (!gateway.IsAbsoluteUri || gateway.Scheme.Contains(".")) // "apim.example.com" and "apim.example.com:8443"
        {
            if (!Uri.TryCreate("https://" + gateway.OriginalString, UriKind.Absolute, out var completed)) throw Unusable(gateway, "it is no address");
            gateway = completed;
        }

        if (gateway.Scheme != Uri.UriSchemeHttps && gateway.Scheme != Uri.UriSchemeHttp) throw Unusable(gateway, "it must begin with https://");
        if (gateway.Scheme == Uri.UriSchemeHttp && !gateway.IsLoopback) throw Unusable(gateway, "http:// is for this machine only, use https://");
        if (gateway.UserInfo.Length > 0) throw new ArgumentException("The gateway's address must not hold a user name or password.", nameof(gateway));
        if (gateway.Query.Length > 0 || gateway.Fragment.Length > 0) throw Unusable(gateway, "it must end with the host or a path");
        return new Uri(gateway.AbsoluteUri.TrimEnd('/') + "/");
    }

    private static ArgumentException Unusable(Uri gateway, string why) =>
        new($"The gateway's address '{gateway.OriginalString}' cannot be used: {why}.", nameof(gateway));
}
