using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BatchFlows.Connections;

/// <summary>Completes the names of this session's connections, and of profiles where they can be used.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <summary>Commands that look for an open connection only.</summary>
    private static readonly string[] OfOpenOnes = ["Disconnect-BatchFlow", "Get-BatchFlowConnection"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        var open = Session.Current.Connections
            .Select(connection => (connection.Name, Tip: $"{connection.Gateway} as {connection.UserId}")).ToList();
        var saved = OfOpenOnes.Contains(commandName, StringComparer.OrdinalIgnoreCase) ? [] : ProfileConnections.Names()
            .Where(name => !open.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => (Name: name, Tip: "Profile"));
        return open.Concat(saved)
            .Where(known => known.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(known => new CompletionResult(
                "'" + CodeGeneration.EscapeSingleQuotedStringContent(known.Name) + "'",
                known.Name,
                CompletionResultType.ParameterValue,
                known.Tip));
    }
}
