using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Procedures.Lists;

/// <summary>
/// A list that comes in pages, one page asked for at a time. The service does not say which page is the last, so it is
/// one that is shorter than asked for, or one that brings nothing new: some services ignore which page is wanted. Items
/// that come twice, because the list moved between two pages, are given once.
/// </summary>
/// <param name="ask">Asks for the page of a number, from 1.</param>
/// <param name="keyOf">What tells one item from another; items without it are all different.</param>
/// <param name="isMoreKnown">
/// Whether there are more than so many items for sure, where the service says how many it found: then a short page is
/// not the last one, but one of a service that gives fewer at once than it was asked for.
/// </param>
internal sealed class Pages<T>(
    Func<int, CancellationToken, Task<IReadOnlyList<T>>> ask, Func<T, object?> keyOf,
    Func<int, bool>? isMoreKnown = null)
{
    private readonly HashSet<object> _seen = [];
    private int _given;
    private int _asked;
    private bool _isLast;

    /// <summary>
    /// True when the list ended with a whole page of items that had come before: the service gives the same page again,
    /// and there may be more than it lets see.
    /// </summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The next items; null at the end of the list.</summary>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (_isLast) return null;
        var page = await ask(++_asked, cancellationToken).ConfigureAwait(false);
        var news = page.Where(item => keyOf(item) is not { } key || _seen.Add(key)).ToArray();
        _given += news.Length;
        IsIncomplete = news.Length == 0 && page.Count >= Page.LargestSize;
        _isLast = news.Length == 0 || page.Count < Page.LargestSize && isMoreKnown?.Invoke(_given) != true;
        return news.Length == 0 ? null : news;
    }
}
