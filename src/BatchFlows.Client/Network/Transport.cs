using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;

namespace BatchFlows.Client.Network;

/// <summary>
/// The network. It sends each request once, and only to the gateway. Retries and redirects are decided elsewhere.
/// </summary>
[SuppressMessage(
    "Security", "CA5359", Justification = "Only when the user asks for it, with a warning, and for this one gateway.")]
internal static class Transport
{
    private const int MostConnections = 64;

    // Names are only resolved for new connections, so a process that runs for days must renew them to notice a new
    // address of the gateway.
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

#if NET
    public static HttpMessageHandler Create(Uri gateway, FlowConnectionOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MostConnections,
            PooledConnectionLifetime = LongestLife,
            UseCookies = false,
            UseProxy = UsesProxy(gateway, options),
            Proxy = ProxyOf(options),
            // The request that opens a tunnel through a proxy is not the call itself.
            PlaintextStreamFilter = static (context, _) => new(
                context.InitialRequestMessage.Method == HttpMethod.Connect
                    ? context.PlaintextStream
                    : new SendOnceStream(context.PlaintextStream)),
        };
        if (options.SkipCertificateCheck)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }
        else if (options.CertificateAuthorities.Count > 0)
        {
            var own = new OwnAuthorities(options.CertificateAuthorities);
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                own.Accept(certificate, chain, errors);
        }

        return handler;
    }
#else
    public static HttpMessageHandler Create(Uri gateway, FlowConnectionOptions options)
    {
        ServicePointManager.FindServicePoint(gateway).ConnectionLeaseTimeout = (int)LongestLife.TotalMilliseconds;
        return new ChangesApart(CreateOne(gateway, options), CreateOne(gateway, options));
    }

    private static HttpClientHandler CreateOne(Uri gateway, FlowConnectionOptions options)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MostConnections,
            // Windows PowerShell would offer older ones.
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
            UseCookies = false,
            UseProxy = UsesProxy(gateway, options),
            Proxy = ProxyOf(options),
        };
        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;
        }
        else if (options.CertificateAuthorities.Count > 0)
        {
            var own = new OwnAuthorities(options.CertificateAuthorities);
            handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
                own.Accept(certificate, chain, errors);
        }

        return handler;
    }
#endif

    /// <summary>No proxy of the system can reach this machine; one that the user names may.</summary>
    private static bool UsesProxy(Uri gateway, FlowConnectionOptions options) =>
        options.Proxy is not null || (!options.NoProxy && !gateway.IsLoopback);

    private static WebProxy? ProxyOf(FlowConnectionOptions options) =>
        options.Proxy is { } address ? new WebProxy(address) { Credentials = options.ProxyCredentials } : null;
}
