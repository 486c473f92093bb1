using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class TrafficTests
{
    [Fact]
    public async Task Latency_passes_by_the_clock_of_the_sandbox_and_holds_calls_in_flight()
    {
        var (service, clock, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.Latency = TimeSpan.FromMinutes(1);
        var calls = Enumerable.Range(0, 5).Select(_ => service.HandleAsync(request)).ToArray();

        Assert.Equal(5, service.InFlight);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, answer.Status));
        Assert.Equal((0, 5, 5), (service.InFlight, service.PeakInFlight, service.RequestCount));
    }

    [Fact]
    public async Task A_call_can_be_cancelled_while_it_takes_its_time()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.Latency = TimeSpan.FromMinutes(1);
        using var cancel = new CancellationTokenSource();
        var call = service.HandleAsync(request, cancel.Token);
        await cancel.CancelAsync();
        await Task.WhenAny(call);
        Assert.True(call.IsCanceled);
        Assert.Equal(0, service.InFlight);
    }

    [Fact]
    public async Task Token_calls_take_no_time_and_are_counted_apart()
    {
        var (service, _, caller) = Caller.Fresh();
        service.Latency = TimeSpan.FromMinutes(1);
        var token = await caller.TokenAsync();
        await caller.TokenAnswerAsync("refresh", caller.RefreshBody(token));
        Assert.Equal((2, 0, 0), (service.TokenRequestCount, service.RequestCount, service.PeakInFlight));
    }

    [Fact]
    public async Task Refused_and_faulty_calls_count_too()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.DropBefore);
        await caller.ExportAsync();
        await service.HandleAsync(caller.Sign("made up", "GET", "flows", []));
        Assert.Equal(2, service.RequestCount);
    }

    [Fact]
    public async Task Counters_start_again_from_what_is_in_flight()
    {
        var (service, clock, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.Latency = TimeSpan.FromMinutes(1);
        var first = Task.WhenAll(service.HandleAsync(request), service.HandleAsync(request));
        clock.Advance(service.Latency);
        await first;
        var second = service.HandleAsync(request);
        service.ResetCounters();

        Assert.Equal((0, 0), (service.RequestCount, service.TokenRequestCount));
        Assert.Equal((1, 1), (service.InFlight, service.PeakInFlight));
        clock.Advance(service.Latency);
        await second;
        Assert.Equal((0, 1), (service.InFlight, service.PeakInFlight));
    }

    [Fact]
    public async Task Calls_from_many_threads_are_all_answered_and_counted()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync("3001");
        await Parallel.ForAsync(
            0, 500, async (_, cancel) => Assert.Equal(200, (await service.HandleAsync(request, cancel)).Status));
        Assert.Equal((500, 0), (service.RequestCount, service.InFlight));
        Assert.InRange(service.PeakInFlight, 1, 500);
    }
}
