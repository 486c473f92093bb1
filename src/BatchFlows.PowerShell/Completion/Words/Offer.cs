namespace BatchFlows.Completion.Words;

/// <summary>What the Tab key offers for a word.</summary>
/// <param name="text">Value for the parameter.</param>
/// <param name="shown">Text in the list, which the word may match too. Default: the text.</param>
/// <param name="tip">Tooltip. Default: as shown.</param>
internal sealed class Offer(string text, string? shown = null, string? tip = null)
{
    public string Text => text;

    public string Shown => shown ?? text;

    public string Tip => tip is { Length: > 0 } ? tip : Shown;

    /// <summary>True for a number or an expression, which would become a text in quotes.</summary>
    public bool IsVerbatim { get; init; }
}
