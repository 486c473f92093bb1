using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Variables;

/// <summary>References such as <c>${cal_dt-1}</c> in a text.</summary>
internal static class VariableReferences
{
    private static readonly Regex Form = new(@"\$\{([A-Za-z0-9_.-]{1,100})\}", RegexOptions.CultureInvariant);

    /// <summary>Their names, each once.</summary>
    public static IReadOnlyList<string> In(string text) =>
        text.Contains("${")
            ? [.. Form.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value).Distinct()]
            : [];
}
