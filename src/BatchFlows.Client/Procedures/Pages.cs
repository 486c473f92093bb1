using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows;

/// <summary>
/// A list that comes in pages, one page asked for at a time. The service does not say which page is the last, so it is one that is
/// shorter than asked for, or one that brings nothing new: some services ignore which page is wanted. Items that come twice, because
/// the list moved between two pages, are given once.
/// </summary>
/// <param name="ask">Asks for the page of a number, from 1.</param>
/// <param name="keyOf">What tells one item from another; items without it are all different.</param>
public sealed class Pages<T>(Func<int, CancellationToken, Task<IReadOnlyList<T>>> ask, Func<T, object?> keyOf)
{
    private readonly HashSet<object> _seen = [];
    private int _asked;
    private bool _isLast;

    /// <summary>The next items; null at the end of the list.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (_isLast) return null;
        var page = await ask(++_asked, cancellationToken).ConfigureAwait(false);
        var news = page.Where(item => keyOf(item) is not { } key || _seen.Add(key)).ToArray();
        _isLast = page.Count < Page.LargestSize || news.Length == 0;
        return news.Length == 0 ? null : news;
    }
}
