using System;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;

namespace BatchFlows.Http;

/// <summary>
/// The network. It sends each request once, to the gateway and nobody else: whether a request is repeated or led elsewhere is not
/// decided here.
/// </summary>
[SuppressMessage("Security", "CA5359", Justification = "Only when the user asks for it, with a warning, and for this one gateway.")]
internal static class Transport
{
    private const int MostConnections = 64;

#if NET
    public static HttpMessageHandler Create(Uri gateway, bool skipCertificateCheck)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MostConnections,
            UseCookies = false,
            UseProxy = !gateway.IsLoopback,
            PlaintextStreamFilter = static (context, _) => new(new SendOnceStream(context.PlaintextStream)),
        };
        if (skipCertificateCheck) handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        return handler;
    }
#else
    public static HttpMessageHandler Create(Uri gateway, bool skipCertificateCheck)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = MostConnections,
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12, // Windows PowerShell would offer older ones
            UseCookies = false,
            UseProxy = !gateway.IsLoopback,
        };
        if (skipCertificateCheck) handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;
        return handler;
    }
#endif
}
