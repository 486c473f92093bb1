using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace BatchFlows.Connections;

/// <summary>Completes the names of this session's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return Session.Current.Connections
            .Where(connection => connection.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(connection => new CompletionResult(
                "'" + CodeGeneration.EscapeSingleQuotedStringContent(connection.Name) + "'",
                connection.Name,
                CompletionResultType.ParameterValue,
                $"{connection.Gateway} as {connection.UserId}"));
    }
}
