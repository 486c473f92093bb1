using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Secrets;

/// <summary>
/// Puts placeholders in the place of secrets. Their names follow from the names of the flow and its tasks, so that the
/// same definition has the same placeholders, and none is in the definition already.
/// </summary>
internal sealed class SecretMask : SecretRewriter
{
    private static readonly Regex Unusable = new(@"[^A-Za-z0-9_-]+", RegexOptions.CultureInvariant);

    private readonly FlowDefinition _flow;
    private readonly string _json;
    private readonly List<string> _names = [];

    private SecretMask(FlowDefinition flow)
    {
        _flow = flow;
        _json = flow.ToJson();
    }

    /// <summary>The definition with placeholders; the same when it holds no secret.</summary>
    public static FlowDefinition Of(FlowDefinition flow)
    {
        var mask = new SecretMask(flow);
        var masked = mask.Rewrite(flow, mask._names);
        return mask._names.Count > 0 ? masked : flow;
    }

    public static string Placeholder(string name) => $"{{{{masked:{name}}}}}";

    protected override string Rewrite(string raw, string text, string? owner, string? parameter, bool isJson)
    {
        var found = parameter is null ? SecretFinder.Find(text) : SecretFinder.FindInParameter(parameter, text);
        if (found.Count == 0) return raw;
        var places = raw == text ? null : PlacesOf(raw);
        var masked = new StringBuilder();
        var written = 0;
        foreach (var span in found)
        {
            var (start, end) = (InRaw(span.Start), InRaw(span.Start + span.Length));
            masked.Append(raw, written, start - written).Append(Take(span.Kind, owner ?? parameter));
            written = end;
        }

        return masked.Append(raw, written, raw.Length - written).ToString();

        int InRaw(int index) => places?[index] ?? index;
    }

    /// <summary>Where each character of a JSON string is spelled, and where the last one ends.</summary>
    private static List<int> PlacesOf(string raw)
    {
        var places = new List<int>(raw.Length);
        for (var i = 0; i < raw.Length; i += raw[i] != '\\' ? 1 : raw[i + 1] == 'u' ? 6 : 2) places.Add(i);
        places.Add(raw.Length);
        return places;
    }

    private string Take(SecretKind kind, string? owner)
    {
        var word = kind switch
        {
            SecretKind.PrivateKey => "private-key",
            SecretKind.AccessKey => "access-key",
            SecretKind.Token => "token",
            _ => "password",
        };
        var parts = new[] { _flow.FlowName, owner, word }.OfType<string>();
        var name = string.Join(".", parts.Select(part => Unusable.Replace(part, "_")));
        var free = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name}{i}")
            .First(candidate => !_names.Contains(candidate) && !_json.Contains(Placeholder(candidate)));
        _names.Add(free);
        return Placeholder(free);
    }
}
