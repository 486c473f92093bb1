using BatchFlows.Client.Requests;

namespace BatchFlows.Client;

/// <summary>
/// Which of the documented spellings this service accepts, as far as it is known. The documents contradict each other.
/// </summary>
internal sealed class Dialect
{
    /// <summary>
    /// True once it has refused names of sorter fields in camel case and accepted them in snake case.
    /// </summary>
    public bool SortsInSnakeCase { get; set; }

    /// <summary>
    /// Whether parameters of a single run are JSON text in place of an array; null while none was accepted.
    /// </summary>
    public bool? TakesParametersAsText { get; set; }

    /// <summary>How it numbers the pages of flows.</summary>
    public PageNumbering FlowPages { get; } = new();

    /// <summary>How it numbers the pages of runs.</summary>
    public PageNumbering InstancePages { get; } = new();
}
