using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Connections;
using BatchFlows.Pipeline;

namespace BatchFlows.Completion;

/// <summary>
/// Completes by what the service has. Without a connection, or when it does not answer soon, there is nothing to offer.
/// </summary>
public abstract class ServiceCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = Meant(wordToComplete.Trim('\'', '"').Replace("''", "'"));
        return Find(word, fakeBoundParameters["Connection"])
            .Where(found => found.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(found => found.Text, StringComparer.OrdinalIgnoreCase)
            .Select(found => new CompletionResult(
                "'" + CodeGeneration.EscapeSingleQuotedStringContent(Typed(found.Text))
                    + "'", found.Text, CompletionResultType.ParameterValue, found.Tip));
    }

    /// <summary>A name as it is typed for the parameter.</summary>
    private protected virtual string Typed(string name) => name;

    /// <summary>The name, or its beginning, that is meant by what was typed.</summary>
    private protected virtual string Meant(string word) => word;

    /// <summary>What the service has, each with a text of its own and a tip.</summary>
    /// <param name="word">What was typed so far.</param>
    private protected abstract Task<IEnumerable<(string Text, string Tip)>> FindAsync(
        FlowClient client, string word, CancellationToken cancellationToken);

    private IEnumerable<(string Text, string Tip)> Find(string word, object? connection)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var reference = connection switch
            {
                FlowConnection known => known,
                string name => new ConnectionReference(name),
                _ => null,
            };
            // A vault may ask for a password, which nobody expects while typing.
            var client = new FlowClient(Session.Current.FindOpen(reference));
            return new PipelineThread().Wait(FindAsync(client, word, limit.Token));
        }
        catch (Exception e) when (e is FlowException or OperationCanceledException)
        {
            return [];
        }
    }
}
