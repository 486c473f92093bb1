using System;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

[NotOnMono("It makes no certificates.")]
public sealed class SecureServerTests : IDisposable
{
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly Caller _caller;
    private readonly SandboxServer _server;

    public SecureServerTests()
    {
        (var service, _, _caller) = Caller.Fresh();
        _server = SandboxServer.Start(service, _certificate);
    }

    public void Dispose()
    {
        _server.Dispose();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_server_with_a_certificate_shows_it_and_answers_over_https()
    {
        string? shown = null;
        using var client = Client((certificate, _) =>
        {
            shown = certificate!.Subject;
            return true;
        });
        using var response = await client.SendAsync(HttpRequests.From(await _caller.ExportRequestAsync()));

        Assert.Equal(("https", "CN=sandbox"), (_server.Gateway.Scheme, shown));
        Assert.Contains("nFlow", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_trust_it_leaves_and_the_next_is_served()
    {
        var request = await _caller.ExportRequestAsync();
        using var careful = Client((_, problems) => problems == SslPolicyErrors.None);
        await Assert.ThrowsAsync<HttpRequestException>(() => careful.SendAsync(HttpRequests.From(request)));
        Assert.Equal(0, _server.RequestCount);

        using var client = Client((_, _) => true);
        using var response = await client.SendAsync(HttpRequests.From(request));
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Faults_reach_a_client_over_https_too()
    {
        var request = await _caller.ExportRequestAsync();
        using var client = Client((_, _) => true);
        foreach (var fault in new[] { SandboxFault.DropBefore, SandboxFault.CutBody })
        {
            _server.Service.InjectFault(fault);
            await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(HttpRequests.From(request)));
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=sandbox", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private HttpClient Client(Func<X509Certificate?, SslPolicyErrors, bool> accepts)
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, certificate, _, problems) =>
            accepts(certificate, problems);
        return new(handler) { BaseAddress = _server.Gateway };
    }
}
