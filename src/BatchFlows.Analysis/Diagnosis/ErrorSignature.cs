using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>What two lines of the same error have in common: no numbers, no times, no addresses.</summary>
internal static class ErrorSignature
{
    private static readonly Regex Varying = new(
        "0x[0-9a-f]+|[0-9a-f]{8,}|[0-9]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant);

    public static string Of(string line) => Blanks.Replace(Varying.Replace(line, "#"), " ").Trim().ToUpperInvariant();
}
