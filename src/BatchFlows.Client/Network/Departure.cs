#if NET
using System.Threading;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client.Network;

/// <summary>
/// Tells when a request leaves: when its first bytes go to a connection that stands. Until then, while a name is looked
/// up, a connection or its encryption is made or one that is free is waited for, nothing can have been done.
/// </summary>
internal static class Departure
{
    private static readonly AsyncLocal<ServiceRequest?> Waiting = new();

    /// <summary>Marks a request as sent when the work that follows in this method writes to a connection.</summary>
    public static void Await(ServiceRequest request) => Waiting.Value = request;

    public static void Note() => Waiting.Value?.MarkSent();
}
#endif
