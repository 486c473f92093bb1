using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Keys, tokens and signatures are in nothing a user, a log or a file could show.</summary>
public class SecretTests
{
    private static readonly string[] Faults =
    [
        "DropBefore", "CutBody", "MalformedJson", "EmptyBody", "Html", "TooManyRequests", "InternalServerError", "Unauthorized",
        "ExpiredToken", "ServiceFailed",
    ];

    [Fact]
    public void No_stream_exception_or_file_has_a_secret()
    {
        using var engine = new Engine();
        using var folder = new TemporaryFolder();
        var everything = new List<string>();
        Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'");
        Run("$sandbox = Start-BatchFlowSandbox");
        Run("$sandbox | Connect-BatchFlow -Name one -MaximumRetryCount 1 -PassThru");
        Run("Connect-BatchFlow -Sandbox -PassThru");
        Run("$sandbox | Connect-BatchFlow -MaximumRetryCount 0 -PassThru -SkipCertificateCheck");
        Run("Get-BatchFlowConnection; Get-BatchFlowSandbox");
        Run("2924, 666, 3001 | Export-BatchFlow");
        Run($"2924, 666, 3001 | Export-BatchFlow -Path '{folder.Path}'");
        Run("2924, 3003 | Get-BatchFlowTask; 3003 | Get-BatchFlowLink; 3003 | Get-BatchFlowRelation");
        foreach (var fault in Faults)
        {
            Run($"$sandbox.Service.InjectFault('{fault}', 4); 2924, 3001 | Export-BatchFlow");
            Run($"$sandbox.Service.ExpireTokens(); $sandbox.Service.InjectTokenFault('{fault}', 2); 2924 | Export-BatchFlow");
        }

        foreach (var sample in CommandSamples.All) RunInItsOwn(sample);
        Run("$wrong = [System.Net.NetworkCredential]::new('', 'wrong-secret-2f6a').SecurePassword");
        Run("Connect-BatchFlow $sandbox.Gateway o u -AccessKey $sandbox.Service.AccessKey -SecretKey $wrong");
        Run("Stop-BatchFlowSandbox; 2924 | Export-BatchFlow; Disconnect-BatchFlow");
        everything.AddRange(Directory.GetFiles(folder.Path).Select(File.ReadAllText));

        Assert.Contains(everything, text => text.Contains("Export Flow (flow 2924): HTTP 200", StringComparison.Ordinal));
        Assert.True(everything.Count > 200);
        string[] secrets = ["66666666-7777-8888-9999-000000000000", "11111111-2222-3333-4444-555555555555", "wrong-secret-2f6a", "apim-"];
        Assert.All(everything, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        // Tokens are 32 hex digits in the sandbox, as are the IDs of directories; proofs and signatures are 64 everywhere.
        Assert.All(everything, text => Assert.DoesNotMatch("(?<![0-9a-f-])(?!249a33..419a4710b1567f5088f8955b)[0-9a-f]{32}(?![0-9a-f])|[0-9a-f]{64}", text));

        // Some samples end the connection or the sandbox of the others.
        void RunInItsOwn(CommandSample sample)
        {
            using var other = CommandSamples.Start(folder.Path);
            RunIn(other, "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'");
            RunIn(other, $"$sandbox.Service.InjectFault('Unauthorized', 4); {sample.Script}");
            RunIn(other, sample.Script);
        }

        void Run(string script) => RunIn(engine, script);

        void RunIn(Engine where, string script)
        {
            var result = where.Run(script);
            everything.AddRange(result.Messages);
            everything.AddRange(result.Texts);
            everything.AddRange(result.Output.SelectMany(Properties));
            everything.AddRange(result.Errors.SelectMany(Properties));
            everything.AddRange(result.Errors.Select(error => error.Exception.ToString()));
            everything.Add(where.Show(script));
        }
    }

    private static IEnumerable<string> Properties(object item) =>
        PSObject.AsPSObject(item).Properties
            .Where(property => property is not PSScriptProperty) // the engine's own, of files
            .Select(property => $"{property.Value}");
}
