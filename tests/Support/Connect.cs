using System;
using System.Net.Http;
using System.Security;
using System.Threading;
using BatchFlows.Client.Network;
using BatchFlows.Sandbox;

namespace BatchFlows.Tests;

/// <summary>
/// Connections to services in memory. Each has an address of its own, since tokens are shared by address and key.
/// </summary>
internal static class Connect
{
    public const string AccessKey = "11111111-2222-3333-4444-555555555555";
    public const string Secret = "66666666-7777-8888-9999-000000000000";
    private static int _gateways = 1;

    public static FlowConnection To(
        HttpMessageHandler transport, TimeProvider? clock = null, string accessKey = AccessKey, string secret = Secret,
        string userId = "u15426865866571", string organizationId = "o1578468179", int retries = 4, Uri? gateway = null,
        Func<FlowConnectionOptions, FlowConnectionOptions>? change = null)
    {
        var options = new FlowConnectionOptions
        {
            Clock = clock ?? new TestClock(),
            Transport = transport,
            MaximumRetryCount = retries,
        };
        return new(gateway ?? NewGateway(), organizationId, userId, accessKey, Secure(secret), change is null
            ? options
            : change(options));
    }

    public static FlowConnection To(SandboxService service, TimeProvider clock) =>
        To(new SandboxHandler(service), clock);

    public static Uri NewGateway() => new($"http://localhost:{Interlocked.Increment(ref _gateways)}/");

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text) secure.AppendChar(character);
        return secure;
    }
}
