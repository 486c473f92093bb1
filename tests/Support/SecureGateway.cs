using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A gateway on a loopback port that shows a certificate. It gives tokens, and knows no flow.</summary>
internal sealed class SecureGateway : IDisposable
{
    private readonly LoopbackServer _server;
    private readonly SslStreamCertificateContext _certificate;

    public SecureGateway(X509Certificate2 certificate, params X509Certificate2[] sentAlong)
    {
        _certificate = SslStreamCertificateContext.Create(certificate, [.. sentAlong], offline: true);
        _server = new LoopbackServer(AnswerAsync);
    }

    public int Port => _server.Port;

    public Uri Address => new($"https://localhost:{Port}/");

    public void Dispose() => _server.Dispose();

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = _certificate });
        var buffer = new byte[8192];
        var head = Encoding.ASCII.GetString(buffer, 0, await secure.ReadAsync(buffer));
        var body = head.StartsWith("POST", StringComparison.Ordinal)
            ? Sample.Text("token-get.response")
            : """{"code":62102,"msg":"Flow validation exception"}""";
        await secure.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        await secure.ShutdownAsync();
    }
}
