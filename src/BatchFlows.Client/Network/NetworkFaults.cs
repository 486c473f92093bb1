using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace BatchFlows.Client.Network;

/// <summary>What an exception of the network stack means.</summary>
internal static class NetworkFaults
{
    /// <summary>True when the gateway's certificate is not trusted.</summary>
    public static bool IsCertificateProblem(Exception exception) =>
        Has<AuthenticationException>(exception, _ => true) && !IsHandshakeProblem(exception);

    /// <summary>
    /// True when the TLS handshake failed for a reason other than certificates: a failed authentication then has an
    /// exception of the TLS library as its cause.
    /// </summary>
    public static bool IsHandshakeProblem(Exception exception) =>
        IsCertificateWanted(exception)
            || Has<AuthenticationException>(
                exception,
                e => e.InnerException is not (null or AuthenticationException) || e.Message.Contains("frame"));

    /// <summary>True when the gateway requires a client certificate.</summary>
    public static bool IsCertificateWanted(Exception exception) =>
        Has<Exception>(exception, e => e.Message.Contains("alert certificate required"));

    public static bool IsUnknownHost(Exception exception) =>
        Has<SocketException>(exception, e => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        || Has<WebException>(exception, e => e.Status == WebExceptionStatus.NameResolutionFailure);

    /// <summary>True when nothing was sent. Windows PowerShell reports that with a WebException.</summary>
    public static bool IsUnreached(Exception exception) =>
        IsUnknownHost(exception)
        || IsHandshakeProblem(exception)
        || Has<HttpRequestException>(exception, IsProxyProblem)
        || Has<SocketException>(
            exception,
            e => e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostUnreachable
                or SocketError.NetworkUnreachable)
        || Has<WebException>(
            exception,
            e => e.Status is WebExceptionStatus.ConnectFailure or WebExceptionStatus.SecureChannelFailure
                or WebExceptionStatus.TrustFailure or WebExceptionStatus.ProxyNameResolutionFailure);

#if NET
    /// <summary>True when a proxy refuses this user.</summary>
    public static bool IsRefusedByProxy(Exception exception) =>
        // Only the text contains the status of the proxy's answer.
        Has<HttpRequestException>(
            exception, e => IsProxyProblem(e) && e.Message.Contains("407", StringComparison.Ordinal));

    private static bool IsProxyProblem(HttpRequestException exception) =>
        exception.HttpRequestError == HttpRequestError.ProxyTunnelError;
#else
    // .NET Framework presents the proxy's answer as that of the gateway.
    public static bool IsRefusedByProxy(Exception exception) => false;

    private static bool IsProxyProblem(HttpRequestException exception) => false;
#endif

    private static bool Has<T>(Exception? exception, Func<T, bool> matches)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found && matches(found)) return true;
        }

        return false;
    }
}
