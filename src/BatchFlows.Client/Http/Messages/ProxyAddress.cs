using System;
using System.Linq;

namespace BatchFlows.Http;

/// <summary>The address of a proxy, checked. It is shown, so what it is to be kept secret must not be in it.</summary>
internal static class ProxyAddress
{
#if NET
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    private static readonly string[] Schemes = ["http"];
#endif

    public static void Check(Uri proxy)
    {
        if (proxy.OriginalString.Contains("@")) throw new ArgumentException("The proxy's address must not hold a user name or password: they are given apart.");
        if (!proxy.IsAbsoluteUri || !Schemes.Contains(proxy.Scheme))
            throw new ArgumentException($"The proxy's address '{proxy.OriginalString}' cannot be used: it must begin with http://.");
    }
}
