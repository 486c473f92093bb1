using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// What Connect-BatchFlow makes of certificates and proxies; what connections do with them is tested with the client.
/// </summary>
public sealed class NetworkTests : IDisposable
{
    private const string Password = "pr0xy-passw0rd";
    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();

    public NetworkTests() => Assert.Empty(_engine.Run(
        "$sandbox = Start-BatchFlowSandbox",
        $"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}')").Errors);

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("both.pem")]
    [InlineData("one.pem, two.cer")]
    [InlineData("([IO.FileInfo]\"$PWD/both.pem\")")]
    [InlineData(
        "one.pem, ([Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificateFromFile(\"$PWD/two.cer\"))")]
    public void Authorities_are_files_of_either_form_or_certificates(string authorities)
    {
        using var one = Authority("One");
        using var two = Authority("Two");
        Write("one.pem", one.ExportCertificatePem());
        Write("both.pem", $"# ours\n{one.ExportCertificatePem()}\r\n{two.ExportCertificatePem()}");
        File.WriteAllBytes(Path.Combine(_folder.Path, "two.cer"), two.RawData);

        var result = _engine.Run(
            $"($sandbox | Connect-BatchFlow -CertificateAuthority {authorities} -PassThru).CertificateAuthorities");

        Assert.Empty(result.Errors);
        Assert.Equal(["CN=One", "CN=Two"], result.Texts);
    }

    [Theory]
    [InlineData("text.pem", "it holds no certificate")]
    [InlineData("nothing.pem", "Could not find file")]
    [InlineData("42", "neither a certificate nor the path")]
    [InlineData("(Get-BatchFlowSandbox)", "neither a certificate nor the path")]
    [InlineData("variable:PWD", "not to the file system")]
    public void What_is_no_certificate_is_refused_with_the_reason(string authority, string why)
    {
        Write("text.pem", "-----BEGIN CERTIFICATE-----\nbm90aGluZw==\n-----END CERTIFICATE-----");

        var result = _engine.Run(
            $"$sandbox | Connect-BatchFlow -CertificateAuthority {authority}", "@(Get-BatchFlowConnection).Count");

        Assert.Contains(why, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("-NoProxy -Proxy http://127.0.0.1:9", "-NoProxy")]
    [InlineData("-ProxyUseDefaultCredentials", "need -Proxy")]
    [InlineData("-ProxyCredential $credential", "need -Proxy")]
    [InlineData("-Proxy http://127.0.0.1:9 -ProxyCredential $credential -ProxyUseDefaultCredentials", "both say")]
    [InlineData("-Proxy http://anna:pr0xy-passw0rd@127.0.0.1:9", "given apart")]
    [InlineData("-Proxy 127.0.0.1:9", "http://")]
    [InlineData("-SkipCertificateCheck -CertificateAuthority one.pem", "-CertificateAuthority")]
    public void What_contradicts_itself_is_refused_and_starts_nothing(string arguments, string why)
    {
        using var one = Authority("One");
        Write("one.pem", one.ExportCertificatePem());
        _engine.Run(Credential());

        var result = _engine.Run($"Connect-BatchFlow -Sandbox {arguments}",
            "@(Get-BatchFlowConnection).Count; @(Get-BatchFlowSandbox).Count");

        Assert.Equal("RequestInvalid,BatchFlows.Commands.ConnectBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Contains(why, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Password, $"{result.Error}{result.Error.Exception}{result.Error.TargetObject}{result.Error.CategoryInfo}",
            StringComparison.Ordinal);
        Assert.Equal(["0", "1"], result.Texts);
    }

    [Fact]
    public async Task A_proxy_is_asked_with_the_credential_which_nothing_shows()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var address = $"http://{proxy.LocalEndpoint}/";
        var asked = RefuseAsync(proxy);

        var result = _engine.Run(
            Credential(),
            "$VerbosePreference = 'Continue'",
            $"$sandbox | Connect-BatchFlow -Proxy {address} -ProxyCredential $credential",
            $"$sandbox | Connect-BatchFlow -Proxy {address} -ProxyCredential $credential -SkipAuthentication -PassThru "
                + "| Test-BatchFlowConnection",
            "Get-BatchFlowConnection");

        proxy.Stop();
        Assert.Contains(
            $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes("anna:" + Password))}",
            await asked, StringComparison.Ordinal);
        Assert.StartsWith("ConnectionFailed,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("proxy", result.Error.Exception.Message, StringComparison.Ordinal);
        var shown = string.Join(
            '\n', result.Messages.Concat(result.Output.SelectMany(o => o.Properties).Select(p => $"{p.Value}")))
                + result.Error.Exception;
        Assert.Contains(address, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Password, shown + _engine.Show("Get-BatchFlowConnection | Format-List *"), StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_keep_to_the_limit_of_their_connection()
    {
        var started = Stopwatch.StartNew();

        var result = _engine.Run(
            "($sandbox | Connect-BatchFlow -MaxRequestsPerSecond 20 -PassThru).MaxRequestsPerSecond; 2924, 2924, 2924, "
                + "2924, 2924 | Export-BatchFlow");

        Assert.Empty(result.Errors);
        Assert.Equal(["20", "nFlow", "nFlow", "nFlow", "nFlow", "nFlow"], result.Texts);
        Assert.InRange(started.Elapsed.TotalMilliseconds, 200, double.MaxValue);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("much")]
    public void A_limit_that_is_none_is_refused(string limit) =>
        Assert.EndsWith(
            ",BatchFlows.Commands.ConnectBatchFlowCommand",
            _engine.Run($"$sandbox | Connect-BatchFlow -MaxRequestsPerSecond {limit}").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);

    private static string Credential() =>
        $"$credential = [pscredential]::new('anna', [System.Net.NetworkCredential]::new('', "
            + $"'{Password}').SecurePassword)";

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Answers every request that the proxy does not know the user, and gives what it was sent.</summary>
    private static async Task<string> RefuseAsync(TcpListener proxy)
    {
        var sent = new StringBuilder();
        try
        {
            while (true)
            {
                using var client = await proxy.AcceptTcpClientAsync();
                var buffer = new byte[8192];
                sent.Append(Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer)));
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                        + "realm=\"proxy\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return sent.ToString(); // the test is over
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
