using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>
/// The result of the last search is kept, because a list of 100,000 runs has thousands of pages.
/// </summary>
internal sealed class FoundRuns
{
    private (string Query, long Changes) _key;
    private List<FlowRun> _runs = [];

    /// <param name="query">What the search depends on, but for the state of the runs.</param>
    /// <param name="changes">Counts the changes of the runs.</param>
    /// <param name="search">Searches.</param>
    public List<FlowRun> Of(string query, long changes, Func<IEnumerable<FlowRun>> search)
    {
        if (_key != (query, changes)) (_key, _runs) = ((query, changes), [.. search()]);
        return _runs;
    }
}
