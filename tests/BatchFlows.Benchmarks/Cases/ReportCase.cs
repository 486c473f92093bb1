using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace BatchFlows.Benchmarks;

/// <summary>
/// The most memory a process takes that reports on an organisation: how many runs it had must not matter.
/// </summary>
internal static class ReportCase
{
    public const string Part = "report";
    public const string GatewayPart = "organisation";

    private const int Count = 3; // each takes many calls, and memory hardly varies

    private const string Keys = """
        $secret = [System.Net.NetworkCredential]::new('', 'report-key').SecurePassword
        $keys = @{ AccessKey = 'report-key'; SecretKey = $secret }
        """;

    public static IEnumerable<Row> Measure()
    {
        using var gateway = new GatewayProcess(GatewayPart);
        yield return new Pairs(Count, warmUp: TimeSpan.Zero).Compare(
            "report of 500 flows and 30 days: memory at most (floor: of 7 days)", "MB", 1.1,
            () => Peak(days: 30), () => Peak(days: 7));

        double Peak(int days)
        {
            var folder = Directory.CreateTempSubdirectory("batchflows-");
            try
            {
                var file = Path.Combine(folder.FullName, "report.html");
                return Worker.Run(Part, gateway.Address.ToString(), $"{days}", file);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>Tells the address of a sandbox with a history, and serves until the input ends.</summary>
    public static void Serve()
    {
        using var runspace = Module.OpenRunspace();
        runspace.Run(
            $"Import-Module '{Module.Manifest}'",
            Keys,
            "$sandbox = Start-BatchFlowSandbox @keys -History 30d -FlowCount 500 -Seed 7",
            "[Console]::WriteLine($sandbox.Gateway)");
        Console.In.ReadToEnd();
    }

    public static double Work(Uri gateway, string days, string file)
    {
        using var runspace = Module.OpenRunspace();
        runspace.Run(
            $"Import-Module '{Module.Manifest}'",
            Keys,
            $"Connect-BatchFlow {gateway} o1578468179 u15426865866571 @keys -WarningAction Ignore",
            $"New-BatchFlowReport -Path '{file}' -Last {days}d | Out-Null");
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024;
    }
}
