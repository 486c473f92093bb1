using System;

namespace BatchFlows.Connections;

/// <summary>What -Connection takes: a connection, or the name of one of this session.</summary>
public sealed class ConnectionReference
{
    /// <summary>A connection by its name.</summary>
    public ConnectionReference(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>A connection itself.</summary>
    public ConnectionReference(FlowConnection connection)
    {
        Connection = connection ?? throw new ArgumentNullException(nameof(connection));
        Name = connection.Name;
    }

    /// <summary>Name of the connection.</summary>
    public string Name { get; }

    internal FlowConnection? Connection { get; }

    /// <summary>The connection's name.</summary>
    public override string ToString() => Name;
}
