using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Connections;

/// <summary>The time of each connection's server when a command first asked. Thread-safe.</summary>
internal sealed class ServerClocks
{
    private readonly Dictionary<FlowConnection, Task<ServerTime>> _times = [];

    public Task<ServerTime> GetAsync(FlowClient client, CancellationToken cancellationToken)
    {
        lock (_times)
        {
            if (!_times.TryGetValue(client.Connection, out var time))
                _times[client.Connection] = time = new ServerClock(client).ReadAsync(cancellationToken);
            return time;
        }
    }
}
