namespace BatchFlows.Client.Requests;

/// <summary>
/// How a service numbers the pages of a list. The documents name 1 for the first page, some of them 0.
/// </summary>
internal sealed class PageNumbering
{
    /// <summary>Number of the first page; null while the service has not shown it.</summary>
    public int? First { get; set; }
}
