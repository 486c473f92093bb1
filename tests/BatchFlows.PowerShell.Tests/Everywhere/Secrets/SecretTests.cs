using System;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Keys, tokens, signatures and passwords are in nothing a user, a log or a file could show.</summary>
public class SecretTests
{
    private const string AccessKey = "11111111-2222-3333-4444-555555555555"; // both of the sandbox
    private const string SecretKey = "66666666-7777-8888-9999-000000000000";
    private const string Wrong = "wrong-secret-2f6a";
    private const string Password = "passw0rd";

    private static readonly string[] Faults =
    [
        "DropBefore", "CutBody", "MalformedJson", "EmptyBody", "Html", "TooManyRequests", "InternalServerError",
        "Unauthorized",
        "ExpiredToken", "ServiceFailed",
    ];

    private readonly Trail _trail = new();

    [Fact]
    public void No_call_shows_one_however_it_fails()
    {
        using var engine = new Engine();
        using var folder = new TemporaryFolder();
        _trail.Run(
            engine,
            Engine.StartSandbox,
            "$sandbox | Connect-BatchFlow -Name one -MaximumRetryCount 1 -PassThru",
            "Connect-BatchFlow -Sandbox -PassThru",
            "$sandbox | Connect-BatchFlow -MaximumRetryCount 0 -PassThru -SkipCertificateCheck",
            "Get-BatchFlowConnection; Get-BatchFlowSandbox",
            "2924, 666, 3001 | Export-BatchFlow",
            $"2924, 666, 3001 | Export-BatchFlow -Path '{folder.Path}'",
            $"$sandbox | Set-BatchFlowSandbox -SavePath '{folder.Path}/state.json'");
        foreach (var fault in Faults)
        {
            _trail.Run(
                engine,
                $"$sandbox.Service.InjectFault('{fault}', 4); 2924, 3001 | Export-BatchFlow",
                $"$sandbox.Service.ExpireTokens(); $sandbox.Service.InjectTokenFault('{fault}', 2); 2924 | "
                    + "Export-BatchFlow");
        }

        _trail.Run(engine, "Stop-BatchFlowSandbox; 2924 | Export-BatchFlow; Disconnect-BatchFlow");
        _trail.AddFiles(folder);

        Assert.Contains(
            _trail.Texts, text => text.Contains("Export Flow (flow 2924): HTTP 200", StringComparison.Ordinal));
        Assert.Contains("state.json", folder.Files);
        _trail.AssertFreeOf(AccessKey, SecretKey, "apim-");
    }

    [Fact]
    public void No_command_shows_one()
    {
        // Each in an engine of its own, since some end the connection or the sandbox of the others.
        Parallel.ForEach(CommandSamples.All, sample =>
        {
            using var folder = new TemporaryFolder();
            using var engine = CommandSamples.Start(folder.Path);
            _trail.Run(engine, $"$sandbox.Service.InjectFault('Unauthorized', 4); {sample.Script}", sample.Script);
            _trail.AddFiles(folder);
        });

        Assert.True(_trail.Texts.Count > 200);
        _trail.AssertFreeOf(AccessKey, SecretKey, "apim-");
    }

    [Fact]
    public void No_connection_that_is_not_made_shows_what_it_was_to_be_made_with()
    {
        using var engine = new Engine();
        _trail.Run(
            engine,
            $"$wrong = [System.Net.NetworkCredential]::new('', '{Wrong}').SecurePassword; $sandbox = "
                + "Start-BatchFlowSandbox",
            "Connect-BatchFlow $sandbox.Gateway o u -AccessKey $sandbox.Service.AccessKey -SecretKey $wrong",
            "Connect-BatchFlow $sandbox.Gateway o u ([pscredential]::new($sandbox.Service.AccessKey, $wrong))",
            "Connect-BatchFlow $sandbox.Gateway '' u ([pscredential]::new($sandbox.Service.AccessKey, $wrong))",
            $"$sandbox | Connect-BatchFlow -Proxy http://127.0.0.1:1 -ProxyCredential ([pscredential]::new('anna', "
                + "$wrong))");

        Assert.Contains(_trail.Texts, text => text.Contains("CredentialRefused", StringComparison.Ordinal));
        _trail.AssertFreeOf(
            AccessKey, Wrong, Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("anna:" + Wrong)));
    }

    [Theory]
    [InlineData($"https://anna:{Password}@apim.example.com")]
    [InlineData($"https://anna:{Password}@apim.example.com:99999")]
    [InlineData($"https://anna:my {Password}@apim example com")]
    [InlineData($"https://{Password}@")]
    [InlineData($"anna:{Password}@apim.example.com")]
    [InlineData($"https://apim.example.com?token={Password}")]
    [InlineData($"ftp://apim.example.com?token={Password}")]
    [InlineData($"https://apim.example.com#{Password}")]
    [InlineData($"https://apim.example.com:99999?token={Password}")]
    public void No_address_that_is_refused_is_shown_with_a_password(string address)
    {
        using var engine = new Engine();
        _trail.Run(
            engine,
            $"$address = '{address}'; $key = [pscredential]::new('k', [System.Net.NetworkCredential]::new('', "
                + "'s').SecurePassword)",
            "Connect-BatchFlow $address o u $key -SkipAuthentication",
            "Connect-BatchFlow https://apim.example.com o u $key -Proxy $address -SkipAuthentication",
            "Get-BatchFlowConnection");

        _trail.AssertFreeOf(Password);
        Assert.True(_trail.Texts.Count(text => text.Contains("address", StringComparison.Ordinal)) >= 2);
    }

    [Fact]
    public void No_static_holds_one()
    {
        using var engine = Engine.WithSandbox();
        var gateway = engine.Run(
            "2924 | Export-BatchFlow | Get-BatchFlowTask | ForEach-Object { }",
            $"$wrong = [System.Net.NetworkCredential]::new('', '{Wrong}').SecurePassword",
            "Connect-BatchFlow $sandbox.Gateway o u -AccessKey static-access-key -SecretKey $wrong",
            "\"$($sandbox.Gateway)\"").Texts.Single();

        var texts = Statics.Texts();

        Assert.Contains("BATCHFLOWS_SECRET_KEY", texts);
        Assert.Contains(texts, text => text.Contains(gateway, StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains(Wrong, StringComparison.Ordinal)
            || text.Contains("static-access-key", StringComparison.Ordinal));
        Assert.DoesNotContain(texts,
            text => System.Text.RegularExpressions.Regex.IsMatch(text, "(?<![0-9a-f-])[0-9a-f]{32}(?![0-9a-f])"));
    }
}
