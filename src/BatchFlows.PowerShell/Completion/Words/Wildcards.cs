using System.Text.RegularExpressions;

namespace BatchFlows.Completion.Words;

/// <summary>Names for parameters that take wildcards.</summary>
internal static class Wildcards
{
    /// <summary>
    /// A name that stands for nothing but itself. Only some editions of the engine escape the backtick too.
    /// </summary>
    public static string Escape(string name) => Regex.Replace(name, @"[][*?`]", "`$0");
}
