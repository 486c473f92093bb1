using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>
/// The same work by what a user would write without the module, in the real shell. The user's scripts sign nothing and
/// ask for no token, which is in their favour.
/// </summary>
internal static class ScriptCases
{
    private const string Address =
        "$($env:BENCH_GATEWAY)batch-processing-service/v2.1/flows?action=export&flowId=$_&userId=u1&orgId=o1";

    public static IEnumerable<Row> Measure(Pairs pairs, int exports)
    {
        using var slow = new CannedGateway(Documents.Export(tasks: 2), _ => TimeSpan.FromMilliseconds(20));
        foreach (var (atOnce, goal) in new[] { (8, 1.6), (32, 7.0) })
        {
            yield return Compare(
                pairs,
                $"{exports} exports, 20 ms latency, by Invoke-RestMethod and ForEach-Object -Parallel at {atOnce}",
                goal,
                slow.Address,
                $"1..{exports} | Export-BatchFlow -ThrottleLimit {atOnce}",
                $$"""1..{{exports}} | ForEach-Object -Parallel { Invoke-RestMethod "{{Address}}" } -ThrottleLimit {{atOnce}}""");
        }

        using var large = new CannedGateway(Documents.Export(tasks: 10_000));
        yield return Compare(
            pairs,
            "10,000 tasks with run modes by ConvertFrom-Json, call included",
            12,
            large.Address,
            "foreach ($task in (Export-BatchFlow 1).Tasks) { $task.Cpu }",
            $$"""
            $answer = 1 | ForEach-Object { (Invoke-WebRequest "{{Address}}").Content } | ConvertFrom-Json
            foreach ($task in $answer.data.tasks) { ($task.runMode | ConvertFrom-Json).cpu }
            """);
    }

    private static Row Compare(Pairs pairs, string name, double goal, Uri gateway, string ours, string theirs)
    {
        // Four pairs warm up; half as many as elsewhere count, because each takes seconds. Each side is first in every
        // other.
        var script = $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module $env:BENCH_MODULE
            $secret = ConvertTo-SecureString secret-key -AsPlainText -Force
            Connect-BatchFlow $env:BENCH_GATEWAY o1 u1 -AccessKey access-key -SecretKey $secret -WarningAction Ignore
            $work = @({ {{ours}} }, { {{theirs}} })
            foreach ($pair in 1..{{(pairs.Count / 2) + 5}}) {
                $times = @(0, 0)
                foreach ($side in ($pair % 2), (1 - $pair % 2)) {
                    [GC]::Collect()
                    $times[$side] = (Measure-Command $work[$side]).TotalMilliseconds
                }
                if ($pair -gt 4) { "$($times[0]) $($times[1])" }
            }
            """;
        var measured = Run(script, gateway)
            .Select(line => line.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())
            .ToList();
        return new Row(
            name,
            Pairs.Median(measured.Select(pair => pair[0])),
            Pairs.Median(measured.Select(pair => pair[1])),
            "ms",
            Pairs.Median(measured.Select(pair => pair[1] / pair[0])),
            goal,
            IsLeast: true);
    }

    /// <returns>The lines that the script writes.</returns>
    private static string[] Run(string script, Uri gateway)
    {
        var start = new ProcessStartInfo("dotnet", [Module.Shell, "-NoProfile", "-NonInteractive", "-Command", script])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["BENCH_MODULE"] = Module.Manifest;
        start.Environment["BENCH_GATEWAY"] = gateway.ToString();
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0
            ? lines
            : throw new InvalidOperationException($"The script ended with {process.ExitCode}.");
    }
}
