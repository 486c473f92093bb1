using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Every command that calls the service sends the same bytes in every culture.</summary>
public sealed class CultureTests : IDisposable
{
    /// <summary>Other calendars, digits, decimal signs, and another upper case of <c>i</c>.</summary>
    private static readonly string[] Cultures = ["", "th-TH", "ar-SA", "fa-IR", "tr-TR", "de-DE"];

    /// <summary>
    /// Times, numbers and names in each parameter that takes them, beside the samples of all commands.
    /// </summary>
    private static readonly string[] Scripts =
    [
        "Get-BatchFlow -Name BILL_CUSTOMERS, *INDIG*, fore* -Owner ANNA.KELLER",
        "Get-BatchFlow -Path ENERGY -Recurse -SortBy updateTime -Descending",
        "Get-BatchFlowDirectory INDIGO, ARCHIVE",
        "Get-BatchFlowInstance -FlowId BILL_CUSTOMERS -After 2026-03-01 -Before '2026-03-02T12:30:15.5+08:00'",
        "Get-BatchFlowInstance -After ([datetime]::new(2026, 3, 1)) -Before ([datetimeoffset]::new(2026, 3, 2, 1, 2, "
            + "3, [timespan]::FromHours(14))) -Status FAIL,wait -Type Manual",
        "Get-BatchFlowTaskInstance -FlowInstanceId $failed -Status INIT, success",
        "Import-BatchFlow -InputObject $definition -Directory ARCHIVE -Name INDIVIDUAL",
        "Set-BatchFlow 3001 -StartTime 2026-03-01 -Parameter @{ rate = 0.5; big = 1234567.25; low = -1.5; day = "
            + "[datetime]::new(2026, 3, 1); I = $true; share = [decimal]'0.10' } -AlertMode EMAIL -Cycle Day",
        "Set-BatchFlow FORECAST_DEMAND -StartTime ([datetimeoffset]::new(2026, 3, 2, 0, 30, 0, "
            + "[timespan]::FromHours(14))) -Owner ANNA.KELLER",
        "Start-BatchFlow 3001 -BusinessDate 2026-03-01 -Parameter @{ rate = 0.5; low = -1 }",
        "Start-BatchFlow WATCH_SUBSTATIONS -TriggerTime '2026-03-01 08:30:00.5+08:00'",
        "Start-BatchFlow 3003 -TriggerTime ([datetime]::new(2026, 3, 1, 8, 30, 0, 'Utc')) -FromTask $fromTask",
        "Invoke-BatchFlowApi flows search @{ expression = 'I'; rate = 0.5; low = -1; at = [datetime]::new(2026, 3, 1); "
            + "span = [timespan]::FromMinutes(90); pagination = @{ pageNo = 1; pageSize = 2 } }",
        "New-BatchFlowDirectory INDIGO, 2026, 0.5",
        "Wait-BatchFlowInstance $failed -TimeoutSeconds 1",
    ];

    private const string Session =
        """
        $ErrorActionPreference = $WarningPreference = $ProgressPreference = 'SilentlyContinue'
        Import-Module $env:BATCHFLOWS_TEST_MODULE
        foreach ($line in $input) {
            $culture, $gateway, $key, $secret, $failed, $running = $line -split '\|'
            [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $culture
            $credential = [pscredential]::new($key, (ConvertTo-SecureString $secret -AsPlainText -Force))
            $connection = Connect-BatchFlow $gateway o1578468179 u15426865866571 $credential -PassThru -Name 'i'
            $definition = Export-BatchFlow 3001; $task = $definition.Tasks[0].TaskName
            $fromTask = (Export-BatchFlow 3003).Tasks[0].TaskName
            $folder = [IO.Directory]::CreateTempSubdirectory().FullName
            "$culture $(([datetime]::new(2026, 3, 1)).ToString('yyyy')) $((0.5).ToString()) $('i'.ToUpper())"
            $null = . ([scriptblock]::Create($env:BATCHFLOWS_TEST_SCRIPT)) 6> $null
            Disconnect-BatchFlow I
            Remove-Item $folder -Recurse
        }
        """;

    private readonly Engine _engine = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task All_that_arrives_at_the_gateway_is_the_same()
    {
        List<RecordingRelay> relays = [];
        List<string> lines = [];
        foreach (var culture in Cultures)
        {
            var (port, keys) = StartSandbox();
            relays.Add(new RecordingRelay(port));
            lines.Add($"{culture}|{relays[^1].Address}|{keys}");
        }

        var script = string.Join('\n', CommandSamples.WithCalls().Select(sample => sample.Script).Concat(Scripts));
        var (output, errors, _) = await Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command", Session],
            string.Join('\n', lines),
            [("BATCHFLOWS_TEST_MODULE", Paths.Manifest), ("BATCHFLOWS_TEST_SCRIPT", script)]);

        Assert.Equal("", errors);
        // The cultures are what they are said to be: without them this test would hold nothing.
        Assert.Equal(
            ["2026 0.5 I", "th-TH 2569 0.5 I", "ar-SA 1447 0.5 I", "fa-IR 1404 0.5 I", "tr-TR 2026 0,5 İ",
                "de-DE 2026 0,5 I"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace('٫', '.').Trim()));
        var now = DateTimeOffset.UtcNow;
        var expected = relays[0].Requests(now);
        Assert.True(expected.Count > 40, $"{expected.Count} requests");
        Assert.All(relays, relay => Assert.Equal(expected, relay.Requests(now)));
        relays.ForEach(relay => relay.Dispose());
    }

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    /// <summary>A sandbox that is like the others to the second, and what the child must know of it.</summary>
    private (int Port, string Keys) StartSandbox()
    {
        var result = _engine.Run(
            $"$first ??= Start-BatchFlowSandbox; $state = '{_folder.Path}/state.json'; "
                + "if (![IO.File]::Exists($state)) { Set-BatchFlowSandbox $first -SavePath $state }",
            "$sandbox = Start-BatchFlowSandbox $state; $sandbox | Connect-BatchFlow -Name sandbox",
            "$runs = Get-BatchFlowInstance; $failed = @($runs | Where-Object IsFailed)[0].FlowInstanceId; $running = "
                + "@($runs | Where-Object IsEnded -eq $false)[0].FlowInstanceId; $sandbox.Gateway.Port",
            "$secret = [System.Net.NetworkCredential]::new('', $sandbox.Service.SecretKey).Password; "
                + "\"$($sandbox.Service.AccessKey)|$secret|$failed|$running\"");
        Assert.Empty(result.Errors);
        return (int.Parse(result.Texts.First(), provider: null), result.Texts.Last());
    }
}
