namespace BatchFlows.Client.Requests;

/// <summary>Which part of a list is wanted, and in which order.</summary>
/// <param name="Number">Number of the page, from 1 as a rule (see <see cref="PageNumbering"/>).</param>
/// <param name="Size">Number of items of a page. The service advises 50 at most.</param>
/// <param name="Sorter">How the list is sorted; null for the service's own order.</param>
internal sealed record Page(int Number, int Size = Page.LargestSize, Sorter? Sorter = null)
{
    /// <summary>The largest page that the service advises.</summary>
    public const int LargestSize = 50;
}
