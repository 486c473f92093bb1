using System;

namespace BatchFlows;

/// <summary>There is no connection to use. The message says how to make one.</summary>
public sealed class NotConnectedException : InvalidOperationException
{
    internal NotConnectedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static NotConnectedException Closed(string name) =>
        new($"The connection '{name}' was closed. Run Connect-BatchFlow again.");

    internal static NotConnectedException NoneNamed(string name) =>
        new($"There is no connection '{name}' in this session. Get-BatchFlowConnection lists them, Connect-BatchFlow -Name makes one.");
}
