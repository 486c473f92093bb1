using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>A <see cref="SandboxService"/> on a loopback port of its own, until it is disposed.</summary>
public sealed partial class SandboxServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<TcpClient> _clients = [];
    private readonly X509Certificate2? _certificate;

    private SandboxServer(SandboxService service, X509Certificate2? certificate = null)
    {
        Service = service;
        _certificate = certificate;
        _listener.Start();
        Gateway = new($"{(certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/");
        IsRunning = true;
        _ = AcceptAsync();
    }

    /// <summary>The service that answers.</summary>
    public SandboxService Service { get; }

    /// <summary>The gateway's address, such as <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri Gateway { get; }

    /// <summary>True until the server is disposed.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="service">The service that answers; a new one when absent.</param>
    public static SandboxServer Start(SandboxService? service = null) => new(service ?? new());

    /// <summary>Starts a server on a free port that speaks https.</summary>
    /// <param name="service">The service that answers.</param>
    /// <param name="certificate">
    /// What it shows to clients, with its private key; whether they trust it is up to them. It is not disposed of.
    /// </param>
    public static SandboxServer Start(SandboxService service, X509Certificate2 certificate) => new(
        service ?? throw new ArgumentNullException(nameof(service)),
        certificate ?? throw new ArgumentNullException(nameof(certificate)));

    /// <summary>Frees the port and closes every connection at once; calls that wait get no answer.</summary>
    public void Dispose()
    {
        TcpClient[] open;
        lock (_clients)
        {
            if (!IsRunning) return;
            IsRunning = false;
            open = [.. _clients];
        }
        _listener.Stop();
        foreach (var client in open) client.Close();
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc cref="Gateway"/>
    public override string ToString() => Gateway.ToString();

    private async Task AcceptAsync()
    {
        while (IsRunning)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync().ConfigureAwait(false));
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                // Either the listener was stopped, or a client left before it was accepted.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                lock (_clients)
                {
                    if (!IsRunning) return;
                    _clients.Add(client);
                }
                client.NoDelay = true;
                using var stream = await OpenAsync(client).ConfigureAwait(false);
                await new HttpConnection(stream, () => Reset(client), Service).ServeAsync(_stop.Token)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException
                or OperationCanceledException or AuthenticationException)
            {
                // The client broke the connection off or does not trust the certificate, or the server was disposed.
            }
            finally
            {
                lock (_clients) _clients.Remove(client);
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null) return client.GetStream();
        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(
            _certificate, clientCertificateRequired: false, SslProtocols.None, checkCertificateRevocation: false)
                .ConfigureAwait(false);
        return secure;
    }

    /// <summary>Closes the socket itself: the stream would take leave of the client in good order.</summary>
    private static void Reset(TcpClient client)
    {
        client.LingerState = new(true, 0);
        client.Client.Close();
    }
}
