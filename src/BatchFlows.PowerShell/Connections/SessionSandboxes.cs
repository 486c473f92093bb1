using System.Collections.Generic;
using BatchFlows.Sandbox;

namespace BatchFlows.Connections;

/// <summary>The sandboxes of one runspace, and for which connections some of them were started.</summary>
internal sealed class SessionSandboxes
{
    private readonly List<SandboxServer> _all = [];
    private readonly Dictionary<FlowConnection, SandboxServer> _startedFor = [];

    public IReadOnlyList<SandboxServer> All => _all;

    public void Add(SandboxServer sandbox) => _all.Add(sandbox);

    /// <summary>Adds one that was started for a connection, and stops with it.</summary>
    public void Add(SandboxServer sandbox, FlowConnection connection)
    {
        _all.Add(sandbox);
        _startedFor.Add(connection, sandbox);
    }

    public void Remove(SandboxServer sandbox)
    {
        _all.Remove(sandbox);
        sandbox.Dispose();
    }

    /// <summary>Stops the one that was started for a connection, if one was.</summary>
    public void RemoveOf(FlowConnection connection)
    {
        if (!_startedFor.TryGetValue(connection, out var sandbox)) return;
        _startedFor.Remove(connection);
        Remove(sandbox);
    }

    public void RemoveAll()
    {
        foreach (var sandbox in _all.ToArray()) Remove(sandbox);
    }
}
