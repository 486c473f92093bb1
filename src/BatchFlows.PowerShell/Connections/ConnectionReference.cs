using System;

namespace BatchFlows.Connections;

/// <summary>The value of -Connection: a connection, or the name of one of this session.</summary>
public sealed class ConnectionReference
{
    /// <summary>A connection by its name.</summary>
    public ConnectionReference(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    // No public constructor has a parameter of a type of the client: the engine inspects constructors at import and
    // would load the client.
    private ConnectionReference(FlowConnection connection)
        : this(connection.Name) => Connection = connection;

    /// <summary>Name of the connection.</summary>
    public string Name { get; }

    internal FlowConnection? Connection { get; }

    /// <summary>A connection itself.</summary>
    public static implicit operator ConnectionReference(FlowConnection connection) => FromFlowConnection(connection);

    /// <summary>A connection itself.</summary>
    public static ConnectionReference FromFlowConnection(FlowConnection connection) =>
        new(connection ?? throw new ArgumentNullException(nameof(connection)));

    /// <summary>The connection's name.</summary>
    public override string ToString() => Name;
}
