#if NET
using System.Threading;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Network;

/// <summary>
/// Notes when a request is sent: when its first bytes go to an established connection. Before that, during name lookup,
/// connecting, the TLS handshake or the wait for a free connection, nothing can have been done.
/// </summary>
internal static class Departure
{
    private static readonly AsyncLocal<ServiceRequest?> Waiting = new();

    /// <summary>Marks a request as sent when the work that follows in this method writes to a connection.</summary>
    public static void Await(ServiceRequest request) => Waiting.Value = request;

    public static void Note() => Waiting.Value?.MarkSent();
}
#endif
