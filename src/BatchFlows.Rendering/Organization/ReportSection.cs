using System.Collections.Generic;

namespace BatchFlows.Rendering.Organization;

/// <summary>A table of a report, whatever writes it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">The first one names the row.</param>
/// <param name="Rows">As many texts as there are columns.</param>
internal sealed record ReportSection(
    string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What to know before reading it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>What stands in place of a table without rows.</summary>
    public string IfNone { get; init; } = "None.";

    /// <summary>How many of the last columns hold numbers or signs, which are not broken.</summary>
    public int Figures { get; init; }
}
