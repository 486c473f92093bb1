using System.Text.RegularExpressions;

namespace BatchFlows.Completion.Words;

/// <summary>Names for parameters that take wildcards.</summary>
internal static class Wildcards
{
    /// <summary>
    /// A pattern that matches only this name. Only some editions of the engine also escape the backtick.
    /// </summary>
    public static string Escape(string name) => Regex.Replace(name, @"[][*?`]", "`$0");
}
