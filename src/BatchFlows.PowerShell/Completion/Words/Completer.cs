using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using BatchFlows.Model.Failures;

namespace BatchFlows.Completion.Words;

/// <summary>
/// Completes the argument of a parameter. An empty result prevents the engine from offering file names, as it would
/// after an exception.
/// </summary>
public abstract class Completer : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            var line = new TypedLine(
                commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters ?? new Hashtable());
            if (IsLeftToAnother(line)) return null!;
            return [.. Matches.Of(Offers(line), Meant(line)).Select(offer => ResultOf(offer, line))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }
    }

    /// <summary>All there is to offer, or at least what matches the word.</summary>
    private protected abstract IEnumerable<Offer> Offers(TypedLine line);

    /// <summary>The text in the form that the parameter accepts.</summary>
    private protected virtual string Typed(string text, TypedLine line) => text;

    /// <summary>The text, or the part of it, that the word stands for.</summary>
    private protected virtual string Meant(TypedLine line) => line.Word;

    /// <summary>
    /// True if another parameter has the same position: the engine combines the offers of both, with an empty text in
    /// between.
    /// </summary>
    private protected virtual bool IsLeftToAnother(TypedLine line) => false;

    private CompletionResult ResultOf(Offer offer, TypedLine line) => new(
        offer.IsVerbatim ? offer.Text : ArgumentText.Of(Typed(offer.Text, line)),
        ShownText.Of(offer.Shown),
        CompletionResultType.ParameterValue,
        ShownText.Of(offer.Tip));
}
