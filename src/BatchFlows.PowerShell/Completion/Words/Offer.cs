namespace BatchFlows.Completion.Words;

/// <summary>What the Tab key offers for a word.</summary>
/// <param name="text">What the parameter is to get.</param>
/// <param name="shown">What the list shows, by which it is found as well; the text when not given.</param>
/// <param name="tip">What it is; as shown when not given.</param>
internal sealed class Offer(string text, string? shown = null, string? tip = null)
{
    public string Text => text;

    public string Shown => shown ?? text;

    public string Tip => tip is { Length: > 0 } ? tip : Shown;

    /// <summary>True for a number or an expression, which would become a text in quotes.</summary>
    public bool IsVerbatim { get; init; }
}
