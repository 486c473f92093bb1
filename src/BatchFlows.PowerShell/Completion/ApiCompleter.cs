using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BatchFlows.Client;

namespace BatchFlows.Completion;

/// <summary>Completes the parts of documented calls: their collections, and the actions of a collection.</summary>
public sealed class ApiCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        var collection = $"{fakeBoundParameters["Collection"]}";
        var found = parameterName == "Collection"
            ? FlowClient.DocumentedCalls.GroupBy(call => call.Collection)
                .Select(calls => (Text: calls.Key, Tip: string.Join(", ", calls.Select(call => call.Action))))
            : FlowClient.DocumentedCalls.Where(call => collection.Length == 0 || call.Collection == collection)
                .Select(
                    call => (Text: call.Action,
                        Tip: $"{call.Collection} {call.Action}, {(call.IsChange == true ? "changes" : "reads")}"));
        return found.Where(part => part.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(part => part.Text, StringComparer.Ordinal)
            .Select(part => new CompletionResult(part.Text, part.Text, CompletionResultType.ParameterValue, part.Tip));
    }
}
