using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Failures;

/// <summary>Names in a sentence.</summary>
internal static class NameList
{
    /// <summary>The names, or the first of them and how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names, int most) => string.Join(", ", names.Take(most))
        + (names.Count > most ? FormattableString.Invariant($" and {names.Count - most} more") : "");
}
