using System;
using System.Linq;

namespace BatchFlows.Client.Network;

/// <summary>The address of a proxy, checked.</summary>
internal static class ProxyAddress
{
#if NET
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    private static readonly string[] Schemes = ["http"];
#endif

    public static void Check(Uri proxy)
    {
        ShownAddress.Check(proxy, "proxy");
        if (!proxy.IsAbsoluteUri || !Schemes.Contains(proxy.Scheme))
            throw new ArgumentException(
                $"The proxy's address '{proxy.OriginalString}' cannot be used: it must begin with http://.");
    }
}
