using System;
using System.Collections;
using System.Linq;
using System.Management.Automation.Language;

namespace BatchFlows.Completion.Words;

/// <summary>The command in which the Tab key was pressed.</summary>
internal sealed class TypedLine(string command, string parameter, string word, CommandAst ast, IDictionary bound)
{
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";
    private const string DoubleQuotes = "\"\u201C\u201D\u201E";

    public string Command => command;

    public string Parameter => parameter;

    /// <summary>The word without its quotes, of which the closing one may be missing.</summary>
    public string Word { get; } = WithoutQuotes(word);

    /// <summary>The value of a parameter of the command; null when it is unknown before the command runs.</summary>
    public object? Given(string name) => bound[name];

    public bool Has(string name) => bound.Contains(name);

    /// <summary>True when the line names the parameter, false when its value is only positional.</summary>
    public bool Names(params string[] names) => ast.CommandElements.OfType<CommandParameterAst>()
        .Any(named => names.Any(
            name => name.StartsWith(named.ParameterName, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A constant argument of an earlier command of the pipeline; null when there is none.</summary>
    public object? GivenBefore(string name)
    {
        if (ast.Parent is not PipelineAst pipeline) return null;
        return pipeline.PipelineElements.TakeWhile(element => element != ast).OfType<CommandAst>()
            .Where(before => before.GetCommandName()?.IndexOf("BatchFlow", StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(before => ConstantOf(before, name)).LastOrDefault(value => value is not null);
    }

    private static object? ConstantOf(CommandAst before, string name)
    {
        if (!StaticParameterBinder.BindCommand(before, resolve: true).BoundParameters.TryGetValue(name, out var found))
            return null;
        try
        {
            return found.ConstantValue ?? found.Value?.SafeGetValue();
        }
        catch (InvalidOperationException)
        {
            return null; // it is no constant
        }
    }

    private static string WithoutQuotes(string word)
    {
        if (word.Length == 0) return word;
        var quotes = SingleQuotes.Contains(word[0]) ? SingleQuotes
            : DoubleQuotes.Contains(word[0]) ? DoubleQuotes : null;
        if (quotes is null) return word;
        var isClosed = word.Length > 1 && quotes.Contains(word[word.Length - 1]);
        var inner = word.Substring(1, word.Length - (isClosed ? 2 : 1));
        return quotes == SingleQuotes ? inner.Replace("''", "'") : inner;
    }
}
