using System.Linq;
using System.Management.Automation.Language;

namespace BatchFlows.Completion.Words;

/// <summary>
/// Writes a text as an argument: in quotes only if the engine would read it differently without them.
/// </summary>
internal static class ArgumentText
{
    public static string Of(string text) => IsPlain(text) || IsRead(text) ? text : Quoted(text);

    public static string Quoted(string text) =>
        $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>Recognizes most texts without the parser, which would be slow for thousands.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '_' or '/');

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>Asks the parser, which is right in each edition.</summary>
    private static bool IsRead(string text)
    {
        if (text.Any(c => char.IsWhiteSpace(c) || c is '*' or '?' or '[' or ']' or '~')) return false;
        var script = Parser.ParseInput("x " + text, out _, out var errors);
        return errors.Length == 0
            && script.EndBlock.Statements.Count == 1
            && script.EndBlock.Statements[0] is PipelineAst { PipelineElements.Count: 1 } pipeline
            && pipeline.PipelineElements[0] is CommandAst { CommandElements.Count: 2, Redirections.Count: 0 } command
            && command.Extent.Text.Length == text.Length + 2
            && command.CommandElements[1] is StringConstantExpressionAst word
            && word.StringConstantType == StringConstantType.BareWord
            && word.Value == text;
    }
}
