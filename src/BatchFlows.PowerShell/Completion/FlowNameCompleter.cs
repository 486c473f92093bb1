using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.Completion;

/// <summary>Completes names of flows for a parameter that takes wildcards.</summary>
public sealed class FlowNameCompleter : FlowCompleter
{
    /// <summary>
    /// With escaped wildcards: the parameter would otherwise take them for patterns. Only some editions of the engine
    /// escape the backtick too.
    /// </summary>
    private protected override string Typed(string name) => Regex.Replace(name, @"[][*?`]", "`$0");

    private protected override string Meant(string word) => WildcardPattern.Unescape(word);
}
