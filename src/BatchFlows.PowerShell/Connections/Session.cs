using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;
using BatchFlows.Sandbox;

namespace BatchFlows.Connections;

/// <summary>
/// What one runspace has open: its connections, the default one among them, and its sandboxes. It ends with the
/// runspace.
/// </summary>
internal sealed class Session
{
    private static readonly ConditionalWeakTable<Runspace, Session> Sessions = new();

    private static int _connectionsOfAll;

    private readonly List<FlowConnection> _connections = [];
    private readonly EnvironmentConnection _environment = new();
    private readonly ProfileConnections _profiles = new();

    // Made when first needed: whoever has no sandbox does not wait for its assembly.
    private SessionSandboxes? _sandboxes;

    private Session(Runspace runspace) => runspace.StateChanged += (_, change) =>
    {
        if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken) Close();
    };

    /// <summary>The session of the runspace whose pipeline thread this is.</summary>
    public static Session Current => Sessions.GetValue(Runspace.DefaultRunspace, runspace => new Session(runspace));

    /// <summary>All that are open; those of profiles and environment variables once they were used.</summary>
    public IReadOnlyList<FlowConnection> Connections =>
        [.. _connections, .. _profiles.Made, .. _environment.Made is { } made ? [made] : Array.Empty<FlowConnection>()];

    /// <summary>True when another runspace of this process has made a connection and not closed it.</summary>
    public static bool HasOtherConnections => Volatile.Read(ref _connectionsOfAll) > Current._connections.Count;

    public IReadOnlyList<SandboxServer> Sandboxes => _sandboxes?.All ?? [];

    /// <summary>The connection that is used when none is named: the one made last.</summary>
    public FlowConnection? Default { get; private set; }

    public static void CloseCurrent()
    {
        if (Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session))
            session.Close();
    }

    /// <summary>
    /// The connection that is meant; without a reference the default one, or else that of the environment variables. A
    /// profile is connected when it is first named.
    /// </summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowConnection Find(ConnectionReference? reference)
    {
        var found = reference is null
            ? Default ?? _profiles.OfEnvironment() ?? _environment.Get()
            : reference.Connection
                ?? _connections.Find(other => IsNamed(other, reference.Name)) ?? Open(reference.Name);
        return found.IsClosed ? throw NotConnected.Closed(found.Name) : found;
    }

    /// <summary>The connection that is meant, if it is open: no vault is asked.</summary>
    /// <exception cref="FlowException">It is not.</exception>
    public FlowConnection FindOpen(ConnectionReference? reference) =>
        Known(reference?.Connection ?? (object?)reference?.Name)
        ?? (reference is null ? _environment.Get() : throw NotConnected.NoneNamed(reference.Name, Connections));

    /// <summary>The open connection that is meant; null when there is none, and none is made.</summary>
    /// <param name="given">A connection or its name; anything else for the default one.</param>
    public FlowConnection? TryFindOpen(object? given) => Known(given) is { IsClosed: false } open ? open : null;

    /// <summary>Makes a connection the default; one of the same name is closed.</summary>
    /// <param name="sandbox">A sandbox that was started for the connection, and stops with it.</param>
    public void Add(FlowConnection connection, SandboxServer? sandbox)
    {
        if (_connections.Find(other => IsNamed(other, connection.Name)) is { } replaced) Remove(replaced);
        _profiles.Close(connection.Name);
        _connections.Add(connection);
        Interlocked.Increment(ref _connectionsOfAll);
        Default = connection;
        if (sandbox is not null) (_sandboxes ??= new SessionSandboxes()).Add(sandbox, connection);
    }

    public void Remove(FlowConnection connection)
    {
        if (_connections.Remove(connection)) Interlocked.Decrement(ref _connectionsOfAll);
        if (Default == connection) Default = _connections.LastOrDefault();
        connection.Dispose();
        _sandboxes?.RemoveOf(connection);
    }

    public void Add(SandboxServer sandbox) => (_sandboxes ??= new SessionSandboxes()).Add(sandbox);

    public void Remove(SandboxServer sandbox) => _sandboxes?.Remove(sandbox);

    /// <summary>Closes the connection that was made from a profile when a command named it.</summary>
    public void CloseProfile(string name) => _profiles.Close(name);

    private FlowConnection? Known(object? given) => given switch
    {
        FlowConnection connection => connection,
        string name => Connections.FirstOrDefault(connection => IsNamed(connection, name)),
        _ => Default ?? _profiles.OpenOfEnvironment() ?? _environment.Made,
    };

    private FlowConnection Open(string name) =>
        name == EnvironmentConnection.Name
            ? _environment.Get()
            : _profiles.Get(name) ?? throw NotConnected.NoneNamed(name, Connections);

    private static bool IsNamed(FlowConnection connection, string name) =>
        string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase);

    private void Close()
    {
        foreach (var connection in _connections.ToArray()) Remove(connection);
        _sandboxes?.RemoveAll();
        _profiles.CloseAll();
        _environment.Close();
    }
}
