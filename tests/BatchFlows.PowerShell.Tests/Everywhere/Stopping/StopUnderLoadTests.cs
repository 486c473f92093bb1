using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Bulk work that is stopped again and again, while the processors have other things to do.</summary>
[Collection(nameof(Alone))]
public sealed class StopUnderLoadTests : IDisposable
{
    private const int Rounds = 9;
    private const int Seed = 4;

    private readonly CancellationTokenSource _end = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = Engine.WithSandbox();

    public StopUnderLoadTests()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++) new Thread(Spin) { IsBackground = true }.Start();
    }

    public void Dispose()
    {
        _end.Cancel();
        _engine.Dispose();
        _folder.Dispose();
        _end.Dispose();
    }

    [Fact]
    public void A_stopped_export_leaves_whole_files_and_nothing_else()
    {
        Assert.Empty(_engine.Run("$sandbox.Service.AddFlows(500)", "$flows = Get-BatchFlow -Name load_*").Errors);
        var random = new Random(Seed);
        List<TimeSpan> times = [];
        List<(int Handles, int Threads)> held = [];
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(TimeToStop(random.Next(1, 300)));
            Assert.All(Files("*.json"), file => Assert.NotNull(JsonNode.Parse(File.ReadAllText(file))));
            held.Add(Held());
        }

        AtOnce.Verify(times);
        // a pool may keep as many connections as there are calls at once
        Assert.InRange(held[^1].Handles - held[Rounds / 3].Handles, -1000, 20);
        Assert.InRange(held[^1].Threads - held[Rounds / 3].Threads, -1000, 8);
        Assert.Empty(_engine.Run($"$flows | Export-BatchFlow -Path '{_folder.Path}' -Force").Errors);
        Assert.Equal(500, Files().Length);
    }

    private TimeSpan TimeToStop(int calls)
    {
        _engine.Run("$sandbox.Service.ResetCounters()");
        var traffic = Traffic.Of(_engine);
        using var shell = Runs.Begin(
            _engine, $"$flows | Export-BatchFlow -Path '{_folder.Path}' -ThrottleLimit 16 -Force", []);
        Runs.WaitUntil(() => traffic.Calls >= calls);

        var started = Stopwatch.StartNew();
        shell.Stop();
        var elapsed = started.Elapsed;

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Runs.WaitUntil(
            () => traffic.InFlight == 0 && Files().All(file => file.EndsWith(".json", StringComparison.Ordinal)));
        return elapsed;
    }

    private string[] Files(string pattern = "*") => Directory.GetFiles(_folder.Path, pattern);

    private static (int Handles, int Threads) Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return (process.HandleCount, process.Threads.Count);
    }

    private void Spin()
    {
        while (!_end.IsCancellationRequested) Thread.SpinWait(1000);
    }
}
