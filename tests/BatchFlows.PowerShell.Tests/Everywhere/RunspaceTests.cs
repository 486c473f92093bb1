using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Many runspaces that share one connection, as those of ForEach-Object -Parallel do.</summary>
[Collection(nameof(Alone))]
public sealed class RunspaceTests : IDisposable
{
    private const int Runspaces = 32;
    private const int Flows = 50; // of each

    private readonly Engine _owner = Engine.WithSandbox();
    private readonly List<Engine> _others = [];
    private readonly Traffic _traffic;

    public RunspaceTests()
    {
        _traffic = Traffic.Of(_owner);
        var connection = _owner.Run("Get-BatchFlowConnection").Output.Single();
        Parallel.For(0, Runspaces, _ =>
        {
            var engine = new Engine();
            engine.Runspace.SessionStateProxy.SetVariable("shared", connection);
            lock (_others) _others.Add(engine);
        });
    }

    public void Dispose()
    {
        foreach (var engine in _others) engine.Dispose();
        _owner.Dispose();
    }

    [Fact]
    public async Task Each_gets_its_own_answers_in_order_while_tokens_expire_and_each_is_renewed_once()
    {
        const int Expiries = 5;
        _owner.Run(
            $"1..{Runspaces * Flows} | ForEach-Object "
                + $"{{ $sandbox.Service.PutFlow($_, '{{\"name\":\"f' + $_ + '\"}}') }}; $sandbox.Service.Latency = "
                + "[timespan]::FromMilliseconds(50); $sandbox.Service.ResetCounters()");
        var running = Begin(
            number =>
                $"{(number * Flows) + 1}..{(number + 1) * Flows} | Export-BatchFlow -Connection $shared -ThrottleLimit "
                    + "2");
        for (var i = 1; i <= Expiries; i++)
        {
            Runs.WaitUntil(() => _traffic.Calls >= i * Runspaces * Flows / (Expiries + 2));
            var asked = _traffic.TokenCalls;
            _owner.Run("$sandbox.Service.ExpireTokens()");
            Runs.WaitUntil(() => _traffic.TokenCalls > asked);
        }

        for (var number = 0; number < Runspaces; number++)
        {
            var result = await running[number];
            Assert.Empty(result.Errors);
            Assert.Equal(Enumerable.Range((number * Flows) + 1, Flows).Select(id => $"f{id}"), result.Texts);
        }

        Assert.Equal(Expiries, _traffic.TokenCalls);
    }

    [Fact]
    public async Task Closing_the_connection_ends_the_work_of_all_with_one_error_each()
    {
        _owner.Run("$sandbox.Service.InjectFault('Hang', 10000)");
        var running = Begin(_ => "1..20 | Export-BatchFlow -Connection $shared");
        Runs.WaitUntil(() => _traffic.InFlight >= Runspaces);

        _owner.Run("Disconnect-BatchFlow");

        foreach (var work in running)
        {
            var result = await work;
            Assert.StartsWith("NotConnected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Empty(result.Output);
        }
    }

    [Fact]
    public async Task Removing_the_module_from_the_runspace_that_connected_is_told_to_the_others()
    {
        _owner.Run("Remove-Module BatchFlows.PowerShell");

        foreach (var work in Begin(_ => "Export-BatchFlow 2924 -Connection $shared"))
            Assert.StartsWith("NotConnected,", (await work).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private List<Task<Result>> Begin(Func<int, string> script) =>
        [.. _others.Select((engine, number) => Task.Factory.StartNew(
            () => engine.Run(script(number)), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
}
