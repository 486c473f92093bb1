using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Procedures.Lists;

/// <summary>
/// A list that comes in pages, requested one at a time. The service does not say which page is the last and may cut
/// pages to any size, so the list ends with a page that is empty or contains nothing new, because some services ignore
/// the page number. Items that come twice, because the list moved between two pages, are returned once.
/// </summary>
/// <param name="ask">Asks for a page.</param>
/// <param name="keyOf">
/// Returns the key that identifies an item. Items with a null key never count as duplicates.
/// </param>
/// <param name="numbering">What is known so far about how the service numbers these pages. The list adds to it.</param>
/// <param name="changes">Counts the changes that were begun or ended through the connection of the list.</param>
/// <param name="isMoreCounted">Returns true if the service's count proves that there are more items than this.</param>
internal sealed class Pages<T>(
    Func<Page, CancellationToken, Task<IReadOnlyList<T>>> ask, Func<T, object?> keyOf, PageNumbering numbering,
    Func<long> changes, Func<int, bool>? isMoreCounted = null)
{
    private readonly HashSet<object> _seen = [];
    private int _next = numbering.First ?? 1;
    private object?[] _last = [];
    private int _pages;
    private int _given;
    private bool _hasEnded;
    private long _changes;

    /// <summary>
    /// True when the list ended although there may be more: the service repeats a page, or counts more items.
    /// </summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The next items; null at the end of the list.</summary>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(CancellationToken cancellationToken = default)
    {
        if (_hasEnded) return null;
        if (_given > 0 && changes() != _changes) return await ReadRestAsync(cancellationToken).ConfigureAwait(false);
        _changes = changes();
        var page = await ask(new Page(_next), cancellationToken).ConfigureAwait(false);
        _next++;
        var news = NewsOf(page);
        var keys = page.Select(keyOf).ToArray();
        _hasEnded = news.Length == 0 || Array.TrueForAll(keys, key => key is null); // a repetition would not be seen
        if (!_hasEnded)
        {
            _last = keys;
            _pages++;
            return news;
        }

        // After its last page, a service may return that page again. A page of one item is unlikely to be a full one.
        var isLastAgain = _pages > 1 && keys.SequenceEqual(_last);
        IsIncomplete = page.Count > 1 && !isLastAgain;
        if (numbering.First is null && news.Length == 0)
            news = await LookBeforeFirstAsync(cancellationToken).ConfigureAwait(false);
        IsIncomplete |= isMoreCounted?.Invoke(_given) == true;
        return news.Length == 0 ? null : news;
    }

    /// <summary>
    /// The rest of the list. Removing items moves later ones to pages that were already read, so all pages are read
    /// again until nothing moves, before the caller makes the next change.
    /// </summary>
    private async Task<IReadOnlyList<T>?> ReadRestAsync(CancellationToken cancellationToken)
    {
        _hasEnded = true;
        var rest = new List<T>();
        do
        {
            _changes = changes();
            rest.AddRange(await ReadAgainAsync(cancellationToken).ConfigureAwait(false));
        }
        while (changes() != _changes);
        if (numbering.First is null)
            rest.AddRange(await LookBeforeFirstAsync(cancellationToken).ConfigureAwait(false));
        IsIncomplete |= isMoreCounted?.Invoke(_given) == true;
        return rest.Count == 0 ? null : rest;
    }

    private async Task<List<T>> ReadAgainAsync(CancellationToken cancellationToken)
    {
        var news = new List<T>();
        var read = new HashSet<object>();
        for (var number = numbering.First ?? 1; ; number++)
        {
            var page = await ask(new Page(number), cancellationToken).ConfigureAwait(false);
            news.AddRange(NewsOf(page));
            var count = read.Count;
            read.UnionWith(page.Select(keyOf).OfType<object>());
            if (read.Count == count) return news;
        }
    }

    /// <summary>
    /// The items of page 0, for a service that begins there. They come last, so that no list waits for a page which
    /// other services do not have; the next list begins with them.
    /// </summary>
    private async Task<T[]> LookBeforeFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            var page = await ask(new Page(0), cancellationToken).ConfigureAwait(false);
            var news = NewsOf(page);
            // If the list moved meanwhile, an item or two may be new on any page.
            if (_given > 0) numbering.First = news.Length * 2 > page.Count ? 0 : 1;
            return news;
        }
        catch (FlowServiceException e)
        {
            if (e.Code is not null) numbering.First = 1;
            return [];
        }
    }

    private T[] NewsOf(IReadOnlyList<T> page)
    {
        var news = page.Where(item => keyOf(item) is not { } key || _seen.Add(key)).ToArray();
        // On a page that repeats all other items, those without a key are not new either.
        if (page.Any(item => keyOf(item) is not null) && Array.TrueForAll(news, item => keyOf(item) is null)) news = [];
        _given += news.Length;
        return news;
    }
}
