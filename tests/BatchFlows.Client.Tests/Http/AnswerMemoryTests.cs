using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tests;

/// <summary>All answers of a connection together have a bound, and reading them ends when it is told to.</summary>
[Collection(nameof(AnswerMemoryTests))]
[CollectionDefinition(nameof(AnswerMemoryTests), DisableParallelization = true)]
public class AnswerMemoryTests
{
    private const int Calls = 64;
    private const int Megabyte = 1024 * 1024;
    private const int Largest = 32 * Megabyte;

    [Fact]
    public async Task Many_endless_answers_at_once_take_the_memory_of_few()
    {
        using var connection = Open();
        var client = new FlowClient(connection);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var calls = Enumerable.Range(0, Calls)
            .Select(_ => Task.Run(() => Assert.ThrowsAsync<FlowServiceException>(() => client.ExportFlowAsync(3001))))
            .ToArray();
        var all = Task.WhenAll(calls);
        var peak = 0L;
        while (!all.IsCompleted)
        {
            // What is not garbage counts.
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            await Task.Delay(20);
        }

        var small = (long)Calls * AnswerRoom.Free;
        Assert.All(await all, failure => Assert.Equal(FailureKind.ResponseInvalid, failure.Kind));
        Assert.All(
            await all, failure => Assert.Contains("larger than 32 MB", failure.Message, StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"peak {peak / Megabyte} MB");
        Assert.InRange(peak, Megabyte, small + (8L * Largest)); // without a bound: 64 times the largest
    }

    [Fact]
    public async Task Endless_answers_end_at_once_when_they_are_cancelled()
    {
        using var connection = Open();
        using var stop = new CancellationTokenSource();
        var client = new FlowClient(connection);
        var calls = Enumerable.Range(0, Calls)
            .Select(_ => Task.Run(() => client.ExportFlowAsync(3001, stop.Token))).ToArray();
        await Task.Delay(100);
        var stopped = Stopwatch.StartNew();

        await stop.CancelAsync();
        await Record.ExceptionAsync(() => Task.WhenAll(calls));

        Assert.All(calls, call => Assert.True(call.IsCanceled || call.IsFaulted));
        Assert.InRange(stopped.ElapsedMilliseconds, 0, 2500); // ten times the goal, for busy machines
    }

    private static FlowConnection Open() => Connect.To(
        new StubGateway(() => new HttpResponseMessage { Content = new StreamContent(new Endless()) }),
        TimeProvider.System,
        retries: 0,
        change: options => options with { LargestAnswer = Largest });

    /// <summary>Blanks without an end, which let the other answers go on after each piece.</summary>
    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override async Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            var piece = buffer.AsSpan(offset, Math.Min(count, 256 * 1024));
            piece.Fill((byte)' ');
            return piece.Length;
        }
    }
}
