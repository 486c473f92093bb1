using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Secrets;

/// <summary>
/// Finds what looks like a secret in commands and parameters. References to variables and calls of functions are not
/// secrets: <c>--password "$PASSWORD"</c>, <c>token = read_token()</c>.
/// </summary>
internal static class SecretFinder
{
    private static readonly Regex Reference = new(
        @"^(?:\$|%\w+%|\{\{|<|\*+$|x+$|\.\.\.|(?i:null|none|true|false|undefined|string|redacted)$|[\w.]+[\[(]"
            + @"|(?:os|process)\.|@)",
        RegexOptions.CultureInvariant);

    /// <summary>Text about a secret: a sentence, or the name of a variable or message.</summary>
    private static readonly Regex Words = new(
        @"^(?i:[a-z_.-]*(?:password|passwd|secret|token|key)[a-z_.-]*)$|^\S+ \S+ \S+", RegexOptions.CultureInvariant);

    private static readonly Regex SecretName = new(
        "(?i)(?:password|passwd|passphrase|pwd|secret|token|api_?key|access_?key|private_?key)$",
        RegexOptions.CultureInvariant);

    public static IEnumerable<FoundSecret> Find(FlowDefinition flow)
    {
        for (var i = 0; i < flow.Tasks.Count; i++)
        {
            var task = flow.Tasks[i];
            foreach (var span in Find(task.Command ?? "")) yield return new($"tasks[{i}].cmd", task.TaskName, span);
            foreach (var span in Find(task.RunMode.Content ?? ""))
                yield return new($"tasks[{i}].runMode.content", task.TaskName, span);
        }

        var parameters = flow.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            foreach (var span in FindInParameter(parameters[i].Key, parameters[i].Value))
                yield return new($"parameters[{i}].value", TaskName: null, span);
        }
    }

    /// <summary>The secrets in a text, in order and without overlaps.</summary>
    public static IReadOnlyList<SecretSpan> Find(string text)
    {
        List<(SecretKind Kind, Group Secret)>? found = null;
        foreach (var pattern in SecretPattern.All)
        {
            foreach (Match match in pattern.Form.Matches(text))
            {
                var secret = match.Groups["secret"];
                if (!IsReference(text, secret.Index, secret.Length)) (found ??= []).Add((pattern.Kind, secret));
            }
        }

        return found is null ? [] : [.. Spans(WithoutOverlaps(found), text)];
    }

    /// <summary>The secrets in the value of a parameter, whose name may tell that all of it is one.</summary>
    public static IReadOnlyList<SecretSpan> FindInParameter(string key, string value) =>
        value.Trim().Length > 0 && SecretName.IsMatch(key) && !IsReference(value, 0, value.Length)
            ? [new SecretSpan(SecretKind.Password, 0, value.Length, 1, 1)]
            : Find(value);

    /// <summary>A value in which a variable stands, or that a function returns, is put together elsewhere.</summary>
    private static bool IsReference(string text, int start, int length)
    {
        var value = text.Substring(start, length);
        var end = start + length;
        return Reference.IsMatch(value) || Words.IsMatch(value) || value.Contains("${") || value.Contains("$(")
            || (start > 0 && text[start - 1] is '$' or '{') || (end < text.Length && text[end] is '(' or '[');
    }

    private static IEnumerable<(SecretKind Kind, Group Secret)> WithoutOverlaps(
        List<(SecretKind Kind, Group Secret)> found)
    {
        var end = 0;
        foreach (var one in found.OrderBy(one => one.Secret.Index).ThenByDescending(one => one.Secret.Length))
        {
            if (one.Secret.Index < end) continue;
            end = one.Secret.Index + one.Secret.Length;
            yield return one;
        }
    }

    /// <summary>With their lines, in one pass over the text.</summary>
    private static IEnumerable<SecretSpan> Spans(IEnumerable<(SecretKind Kind, Group Secret)> found, string text)
    {
        var (line, lineStart, at) = (1, 0, 0);
        foreach (var (kind, secret) in found)
        {
            for (; at < secret.Index; at++)
            {
                if (text[at] == '\n') (line, lineStart) = (line + 1, at + 1);
            }

            yield return new SecretSpan(kind, secret.Index, secret.Length, line, secret.Index - lineStart + 1);
        }
    }
}
