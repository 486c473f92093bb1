using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Completion.Service;

/// <summary>
/// Answers of the service for completion, per connection. They are requested again after some seconds, and after each
/// change that was made through the connection.
/// </summary>
internal sealed class CompletionCache(FlowConnection connection)
{
    private const int MostEntries = 500;
    private static readonly ConditionalWeakTable<FlowConnection, CompletionCache> Caches = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Entry> _entries = [];

    public FlowConnection Connection => connection;

    public static CompletionCache Of(FlowConnection connection) =>
        Caches.GetValue(connection, key => new CompletionCache(key));

    /// <summary>
    /// The present answer, or the last one if the service does not answer in time; null when it never answered. The
    /// call continues for the next time.
    /// </summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="ask">Asks the service.</param>
    /// <param name="waiting">Measures how long the user has been waiting.</param>
    public async Task<T?> GetAsync<T>(
        string key, Func<FlowClient, CancellationToken, Task<T>> ask, Stopwatch waiting)
        where T : class
    {
        Entry entry;
        lock (_entries)
        {
            if (_entries.Count >= MostEntries) _entries.Clear();
            if (!_entries.TryGetValue(key, out entry!)) _entries[key] = entry = new Entry();
        }

        var asking = entry.Refresh(connection.Changes, async () =>
        {
            using var limit = new CancellationTokenSource(LongestCall);
            return await ask(new FlowClient(connection), limit.Token).ConfigureAwait(false);
        });
        var left = Patience - waiting.Elapsed;
        if (left > TimeSpan.Zero) await Task.WhenAny(asking, Task.Delay(left)).ConfigureAwait(false);
        return (T?)entry.Value;
    }

    /// <summary>What was found under a key, however old.</summary>
    public T? Known<T>(string key)
        where T : class
    {
        lock (_entries) return _entries.TryGetValue(key, out var entry) ? (T?)entry.Value : null;
    }

    private sealed class Entry
    {
        private readonly Stopwatch _age = new();
        private Task _asking = Task.CompletedTask;
        private long _askedAt = -1;
        private long _knownAt = -1;

        public volatile object? Value;

        /// <summary>Asks the service unless the answer is new; the task never fails.</summary>
        public Task Refresh(ChangeCount changes, Func<Task<object>> ask)
        {
            lock (_age)
            {
                var now = changes.Value;
                if (Value is not null && _knownAt == now && _age.Elapsed < Freshness) return Task.CompletedTask;
                if (!_asking.IsCompleted && _askedAt == now) return _asking;
                _askedAt = now;
                return _asking = Task.Run(() => AskAsync(ask, now));
            }
        }

        private async Task AskAsync(Func<Task<object>> ask, long changes)
        {
            try
            {
                var found = await ask().ConfigureAwait(false);
                lock (_age)
                {
                    if (changes < _knownAt) return; // a later question was answered before
                    (Value, _knownAt) = (found, changes);
                    _age.Restart();
                }
            }
            catch (Exception e) when (e is FlowException or OperationCanceledException or ObjectDisposedException)
            {
                // The last answer is kept, and the next completion asks again.
            }
        }
    }
}
