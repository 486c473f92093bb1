using System;

namespace BatchFlows.Client.Network;

/// <summary>The address of an API gateway, checked: calls to it must not be readable on the way.</summary>
internal static class GatewayAddress
{
    public static Uri Check(Uri gateway)
    {
        ShownAddress.Check(gateway, "gateway");
        var given = gateway.OriginalString;
        // "apim.example.com", "apim.example.com:8443" and "localhost:8443", whose hosts look like schemes
        if (!gateway.IsAbsoluteUri || gateway.Scheme.Contains(".") || HasPort(given))
        {
            if (!Uri.TryCreate("https://" + given, UriKind.Absolute, out var completed))
                throw Unusable(given, "it is not an address");
            gateway = completed;
        }

        if (gateway.Scheme != Uri.UriSchemeHttps && gateway.Scheme != Uri.UriSchemeHttp)
            throw Unusable(given, "it must begin with https://");
        if (gateway.Scheme == Uri.UriSchemeHttp && !gateway.IsLoopback)
            throw Unusable(given, "http:// is for this machine only, use https://");
        // Copied text may begin with an invisible mark: the platform accepts it as an address without a host.
        return Uri.TryCreate(gateway.AbsoluteUri.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            ? address
            : throw Unusable(given, "it is not an address");
    }

    private static bool HasPort(string address) =>
        address.IndexOf(':') is >= 0 and var colon && colon + 1 < address.Length && char.IsDigit(address[colon + 1]);

    private static ArgumentException Unusable(string address, string why) =>
        new($"The gateway's address '{address}' cannot be used: {why}.");
}
