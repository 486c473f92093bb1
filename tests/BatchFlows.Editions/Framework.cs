// What the tests call and .NET Framework lacks. Not here: what would change what a test says.
#if NETFRAMEWORK
using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

internal static class Framework
{
    extension(string text)
    {
        public string Replace(string old, string by, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, by) : throw new NotSupportedException();
    }

    extension(TimeSpan)
    {
        public static TimeSpan operator *(TimeSpan span, double factor) => new((long)(span.Ticks * factor));

        public static TimeSpan operator *(double factor, TimeSpan span) => span * factor;

        public static TimeSpan operator /(TimeSpan span, double divisor) => new((long)(span.Ticks / divisor));
    }

    extension(DateTime)
    {
        public static DateTime UnixEpoch => new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    extension(HttpStatusCode)
    {
        public static HttpStatusCode TooManyRequests => (HttpStatusCode)429;
    }

    extension(Task task)
    {
        public bool IsCompletedSuccessfully => task.Status == TaskStatus.RanToCompletion;
    }

    extension(TcpListener listener)
    {
        public void Dispose() => listener.Stop();
    }

    extension(Convert)
    {
        public static string ToBase64String(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes.ToArray());
    }

    extension(Parallel)
    {
        public static Task ForAsync(int start, int end, Func<int, CancellationToken, ValueTask> body) =>
            Task.WhenAll(Enumerable.Range(start, end - start)
                .Select(number => Task.Run(() => body(number, CancellationToken.None).AsTask())));
    }
}
#endif
