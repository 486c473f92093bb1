using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.NetworkInformation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What goes on between the commands of an engine and its sandbox.</summary>
internal sealed class Traffic(PSObject sandbox)
{
    private readonly int _port = ((Uri)sandbox.Properties["Gateway"].Value).Port;

    public int InFlight => (int)Read("InFlight");

    /// <summary>Calls of the service.</summary>
    public long Calls => Read("RequestCount");

    public long TokenCalls => Read("TokenRequestCount");

    public long Requests => Calls + TokenCalls;

    /// <summary>How many connections the operating system has open to the sandbox.</summary>
    public int Connections => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == _port && connection.State == TcpState.Established);

    /// <summary>True while something listens on the sandbox's port.</summary>
    public bool IsListening => IsListeningOn(_port);

    public static bool IsListeningOn(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Contains(new IPEndPoint(IPAddress.Loopback, port));

    public static Traffic Of(Engine engine) => new(engine.Run("$sandbox").Output.Single());

    private long Read(string name) => Convert.ToInt64(sandbox.Properties[name].Value, CultureInfo.InvariantCulture);
}
