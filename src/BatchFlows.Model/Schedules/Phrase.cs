using System.Linq;

namespace BatchFlows.Model.Schedules;

/// <summary>A part of a schedule in words.</summary>
/// <param name="Text">What it says; empty where it allows all, or all but the exceptions.</param>
/// <param name="Except">The exceptions; empty for none.</param>
internal sealed record Phrase(string Text, string Except = "")
{
    /// <summary>True for something that happens several times a day, at equal distances.</summary>
    public bool IsOften { get; init; }

    public static string Exceptions(params Phrase[] parts)
    {
        var exceptions = string.Join(" and ", parts.Select(part => part.Except).Where(part => part.Length > 0));
        return exceptions.Length > 0 ? $", except {exceptions}" : "";
    }
}
