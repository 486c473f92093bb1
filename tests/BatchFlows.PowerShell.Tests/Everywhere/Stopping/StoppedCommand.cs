using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>A command that was stopped while it waited.</summary>
internal sealed class StoppedCommand : IDisposable
{
    private readonly Engine _engine;
    private readonly Traffic _traffic;
    private readonly TimeSpan _took;
    private readonly long _requests;

    /// <summary>Starts a command, and stops it once it waits.</summary>
    /// <param name="engine">An engine with a sandbox, which the command owns from here on.</param>
    /// <param name="script">The command.</param>
    /// <param name="isWaiting">True once it waits.</param>
    /// <param name="holdsConnection">True when it has a connection in use meanwhile.</param>
    public StoppedCommand(Engine engine, string script, Func<Traffic, bool> isWaiting, bool holdsConnection = false)
    {
        (_engine, _traffic) = (engine, Traffic.Of(engine));
        using var shell = Runs.Begin(engine, script, []);
        Runs.WaitUntil(() => isWaiting(_traffic));
        var connections = _traffic.Connections;

        var started = Stopwatch.StartNew();
        Assert.True(
            shell.BeginStop(null, null).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30)), $"{script} does not stop.");
        _took = started.Elapsed;

        Assert.True(shell.InvocationStateInfo.State == PSInvocationState.Stopped, $"{script} had ended before.");
        Runs.WaitUntil(() => _traffic.InFlight == 0 && (!holdsConnection || _traffic.Connections < connections));
        _requests = _traffic.Requests;
    }

    /// <summary>They stopped at once, and none has sent anything since.</summary>
    public static void AssertAtOnce(IReadOnlyList<StoppedCommand> commands)
    {
        AtOnce.Verify(commands.Select(command => command._took));
        Assert.All(commands, command => Assert.Equal(command._requests, command._traffic.Requests));
        foreach (var command in commands) command.Dispose();
    }

    public void Dispose() => _engine.Dispose();
}
