using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using BatchFlows.Sandbox;

namespace BatchFlows.Connections;

/// <summary>
/// What one runspace has open: its connections, the default one among them, and its sandboxes. It ends with the
/// runspace.
/// </summary>
internal sealed class Session
{
    private static readonly ConditionalWeakTable<Runspace, Session> Sessions = new();

    private readonly List<FlowConnection> _connections = [];
    private readonly EnvironmentConnection _environment = new();

    // Made when first needed: whoever has no sandbox does not wait for its assembly.
    private SessionSandboxes? _sandboxes;

    private Session(Runspace runspace) => runspace.StateChanged += (_, change) =>
    {
        if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken) Close();
    };

    /// <summary>The session of the runspace whose pipeline thread this is.</summary>
    public static Session Current => Sessions.GetValue(Runspace.DefaultRunspace, runspace => new Session(runspace));

    /// <summary>All that are open, that of the environment variables among them once it was used.</summary>
    public IReadOnlyList<FlowConnection> Connections =>
        _environment.Made is { } made ? [.. _connections, made] : _connections;

    public IReadOnlyList<SandboxServer> Sandboxes => _sandboxes?.All ?? [];

    /// <summary>The connection that is used when none is named: the one made last.</summary>
    public FlowConnection? Default { get; private set; }

    public static void CloseCurrent()
    {
        if (Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session))
            session.Close();
    }

    /// <summary>
    /// The connection that is meant; without a reference the default one, or else that of the environment variables.
    /// </summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowConnection Find(ConnectionReference? reference)
    {
        var found = reference is null
            ? Default ?? _environment.Get()
            : reference.Connection ?? FindNamed(reference.Name);
        return found.IsClosed ? throw NotConnected.Closed(found.Name) : found;
    }

    /// <summary>Makes a connection the default; one of the same name is closed.</summary>
    /// <param name="sandbox">A sandbox that was started for the connection, and stops with it.</param>
    public void Add(FlowConnection connection, SandboxServer? sandbox)
    {
        if (_connections.Find(other => IsNamed(other, connection.Name)) is { } replaced) Remove(replaced);
        _connections.Add(connection);
        Default = connection;
        if (sandbox is not null) (_sandboxes ??= new SessionSandboxes()).Add(sandbox, connection);
    }

    public void Remove(FlowConnection connection)
    {
        _connections.Remove(connection);
        if (Default == connection) Default = _connections.LastOrDefault();
        connection.Dispose();
        _sandboxes?.RemoveOf(connection);
    }

    public void Add(SandboxServer sandbox) => (_sandboxes ??= new SessionSandboxes()).Add(sandbox);

    public void Remove(SandboxServer sandbox) => _sandboxes?.Remove(sandbox);

    private FlowConnection FindNamed(string name) =>
        _connections.Find(connection => IsNamed(connection, name))
        ?? (name == EnvironmentConnection.Name ? _environment.Get() : throw NotConnected.NoneNamed(name, Connections));

    private static bool IsNamed(FlowConnection connection, string name) =>
        string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase);

    private void Close()
    {
        foreach (var connection in _connections.ToArray()) Remove(connection);
        _sandboxes?.RemoveAll();
        _environment.Close();
    }
}
