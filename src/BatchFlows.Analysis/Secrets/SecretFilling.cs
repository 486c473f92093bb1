using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Canonical;

namespace BatchFlows.Analysis.Secrets;

/// <summary>Puts secrets in the place of their placeholders.</summary>
internal sealed class SecretFilling : SecretRewriter
{
    private readonly Dictionary<string, string> _values;
    private readonly Regex _placeholders;

    private SecretFilling(Dictionary<string, string> values)
    {
        _values = values;
        _placeholders = new(string.Join("|", values.Keys.Select(Regex.Escape)), RegexOptions.CultureInvariant);
    }

    /// <summary>The definition with its secrets; the same when it has no placeholder.</summary>
    /// <param name="valueOf">The secret of a name; null when it is not known.</param>
    /// <param name="missing">The names for which there is no secret; the definition is not whole then.</param>
    public static FlowDefinition Fill(
        FlowDefinition flow, Func<string, string?> valueOf, out IReadOnlyList<string> missing)
    {
        var values = flow.MaskedSecrets.Distinct().ToDictionary(name => name, valueOf);
        missing = [.. values.Where(secret => secret.Value is null).Select(secret => secret.Key)];
        return values.Count == 0 || missing.Count > 0
            ? flow
            : new SecretFilling(
                values.ToDictionary(secret => SecretMask.Placeholder(secret.Key), secret => secret.Value!))
                    .Rewrite(flow, maskedSecrets: []);
    }

    protected override string Rewrite(string raw, string text, string? owner, string? parameter, bool isJson) =>
        _placeholders.Replace(raw, found => isJson ? Escaped(_values[found.Value]) : _values[found.Value]);

    private static string Escaped(string value)
    {
        var json = new JsonText(indented: false);
        json.Text(value);
        var quoted = json.ToString();
        return quoted.Substring(1, quoted.Length - 2);
    }
}
