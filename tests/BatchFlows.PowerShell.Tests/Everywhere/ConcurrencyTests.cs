using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

[Collection(nameof(Alone))]
public class ConcurrencyTests
{
    [Fact]
    public void Piped_exports_overlap_up_to_the_limit_and_never_beyond()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.Latency = [timespan]::FromMilliseconds(20)",
            "1..100 | ForEach-Object { $sandbox.Service.PutFlow($_, '{\"name\":\"f' + $_ + '\"}') }",
            "1..100 | Export-BatchFlow -ThrottleLimit 8",
            "$sandbox.PeakInFlight; $sandbox.RequestCount");

        Assert.Empty(result.Errors);
        Assert.Equal([.. Enumerable.Range(1, 100).Select(id => $"f{id}"), "8", "100"], result.Texts);
    }

    [Fact]
    public void One_at_a_time_is_one_after_the_other()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "3001..3006 | Export-BatchFlow -ThrottleLimit 1 -Verbose",
            "$sandbox.PeakInFlight");

        Assert.Equal("1", result.Texts.Last());
        Assert.Equal(Enumerable.Range(3001, 6).Select(id => $"Export Flow (flow {id})"),
            result.Messages.Where(m => m.StartsWith("Export", StringComparison.Ordinal)).Select(m => m.Split(':')[0]));
    }

    [Fact]
    public void Stopping_ends_bulk_work_at_once_and_sends_nothing_more()
    {
        AtOnce.Verify(Enumerable.Range(0, 5).Select(_ => TimeToStop()));

        static TimeSpan TimeToStop()
        {
            using var engine = Engine.WithSandbox();
            engine.Run("$sandbox.Service.InjectFault('Hang', 1000)");
            var (sandbox, shell) = Start(engine, "1..100 | Export-BatchFlow -ThrottleLimit 8");
            WaitUntil(() => Count(sandbox, "InFlight") == 8);

            var started = Stopwatch.StartNew();
            shell.Stop();
            var elapsed = started.Elapsed;

            Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
            Assert.Equal("8", engine.Run("$sandbox.RequestCount").Texts.Single());
            shell.Dispose();
            return elapsed;
        }
    }

    [Fact]
    public void Wanting_no_more_objects_ends_the_work()
    {
        using var engine = Engine.WithSandbox(retries: 0);
        engine.Run(
            "$sandbox.Service.PutFlow(1, '{\"name\":\"f\"}')", "Export-BatchFlow 1 | ForEach-Object { $_.FlowId }");
        engine.Run("$sandbox.Service.ResetCounters()");

        // 'break' leaves the pipeline in the same way as Select-Object -First.
        var result = engine.Run(
            "foreach ($once in 1) { @(1) + 2..100 | Export-BatchFlow -ThrottleLimit 2 | ForEach-Object { $_.FlowId; "
                + "break } }");

        Assert.Equal(["1"], result.Texts);
        Assert.InRange(
            int.Parse(engine.Run("$sandbox.RequestCount").Texts.Single(),
                System.Globalization.CultureInfo.InvariantCulture), 1, 20);
    }

    [Fact]
    public void A_slow_item_does_not_hold_up_the_ones_behind_it()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.InjectFault('Hang', 1)");

        var (sandbox, shell) = Start(engine, "3001..3006 * 10 | Export-BatchFlow -ThrottleLimit 4");
        // One hangs; with eight times the limit unwritten, the other three slots take the next 31.
        WaitUntil(() => Count(sandbox, "RequestCount") >= 32);

        shell.Stop();
        shell.Dispose();
        // One of the first four hangs, whichever came first: no more than the window behind it was begun.
        Assert.InRange(Count(sandbox, "RequestCount"), 32, 35);
    }

    [Fact]
    public void A_gateway_that_fails_in_every_way_costs_time_and_nothing_else()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "1..100 | ForEach-Object { $sandbox.Service.PutFlow($_, '{\"name\":\"f' + $_ + '\"}') }",
            "foreach ($fault in 'ExpiredToken', 'TooManyRequests', 'DropBefore', 'DropAfter', 'CutBody', "
                + "'MalformedJson', 'EmptyBody', 'InternalServerError', 'BadGateway', 'ServiceUnavailable', "
                + "'Unauthorized') { $sandbox.Service.InjectFault($fault, 1) }",
            "1..100 | Export-BatchFlow; $sandbox.Service.ExpireTokens(); 1..5 | Export-BatchFlow");

        Assert.Empty(result.Errors);
        Assert.Equal(Enumerable.Range(1, 100).Concat(Enumerable.Range(1, 5)).Select(id => $"f{id}"), result.Texts);
    }

    private static (PSObject Sandbox, System.Management.Automation.PowerShell Shell) Start(Engine engine, string script)
    {
        var sandbox = engine.Run("$sandbox").Output.Single();
        var shell = System.Management.Automation.PowerShell.Create(engine.Runspace).AddScript(script);
        shell.BeginInvoke();
        return (sandbox, shell);
    }

    private static long Count(PSObject sandbox, string name) =>
        Convert.ToInt64(sandbox.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static void WaitUntil(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(30)));
}

/// <summary>Tests that look at time or load, and so run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
