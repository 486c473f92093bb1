using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Connections;

/// <summary>
/// The connections of a session that were made because a command named a profile. They are never the default: one
/// command must not choose the service of the next.
/// </summary>
internal sealed class ProfileConnections
{
    /// <summary>The environment variable that names the profile of commands that name no connection.</summary>
    public const string Variable = "BATCHFLOWS_PROFILE";

    private readonly List<FlowConnection> _made = [];

    public IEnumerable<FlowConnection> Made => _made.Where(connection => !connection.IsClosed);

    /// <summary>The connection of a profile, which is made if it is not open; null without such a profile.</summary>
    /// <exception cref="FlowException">No connection can be made from it.</exception>
    public FlowConnection? Get(string name)
    {
        if (Find(name) is { } open) return open;
        try
        {
            var connection = ProfileConnection.Create(ProfileConnection.Load(name));
            _made.RemoveAll(other => other.IsClosed);
            _made.Add(connection);
            return connection;
        }
        catch (FlowException e) when (e.Kind == FailureKind.ProfileNotFound)
        {
            return null;
        }
        catch (FlowException e) when (e.Kind != FailureKind.NotConnected)
        {
            // A file that cannot be read is one error of the command, not one for each item.
            throw new FlowException(FailureKind.NotConnected, e.Problem, e, e.Remedy);
        }
    }

    /// <summary>That of the profile that the environment names; null when it names none.</summary>
    /// <exception cref="FlowException">There is no such profile, or no connection can be made from it.</exception>
    public FlowConnection? OfEnvironment() =>
        EnvironmentConnection.Value(Variable) is { Length: > 0 } name
            ? Get(name) ?? throw NotConnected.NoProfileOfEnvironment(Variable, name, Names())
            : null;

    /// <summary>The same, if it is open.</summary>
    public FlowConnection? OpenOfEnvironment() => Find(EnvironmentConnection.Value(Variable));

    /// <summary>Names of all profiles; none when their file cannot be read.</summary>
    public static IReadOnlyList<string> Names()
    {
        try
        {
            return [.. ProfileFile.Read().Profiles.Select(profile => profile.Name)];
        }
        catch (FlowException)
        {
            return [];
        }
    }

    /// <summary>Closes that of a profile which was changed, so that the change counts at once.</summary>
    public void Close(string name) => Find(name)?.Dispose();

    public void CloseAll() => _made.ForEach(connection => connection.Dispose());

    private FlowConnection? Find(string name) => Made.FirstOrDefault(
        connection => string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase));
}
