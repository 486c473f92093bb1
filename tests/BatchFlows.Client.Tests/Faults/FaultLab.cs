using System;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>
/// A service in the state of the scene, a client of it, and the clock of both, which goes on when nothing else does.
/// </summary>
internal sealed class FaultLab : IDisposable
{
    // Over a socket the clock must not overtake what is under way; retries and drips come sooner than this, time limits
    // do not.
    private static readonly TimeSpan SocketHorizon = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FlowConnection _connection;
    private readonly SandboxServer? _server;
    private readonly TimeSpan _horizon;

    private FaultLab(FaultScene scene, Func<SandboxService, SandboxServer>? start)
    {
        Scene = scene;
        // Tokens are shared by address and key, and a port may be that of an earlier lab.
        Service = scene.NewService(Clock, $"{Guid.NewGuid()}");
        _server = start?.Invoke(Service);
        _horizon = _server is null ? TimeSpan.MaxValue : SocketHorizon;
        _connection = new(
            _server?.Gateway ?? Connect.NewGateway(), Service.OrganizationId, Service.UserId, Service.AccessKey,
            Service.SecretKey, new()
            {
                Clock = Clock,
                Transport = _server is null ? new SandboxHandler(Service) : null,
                LargestAnswer = 1024 * 1024,
            });
        Client = new(_connection);
    }

    /// <summary>
    /// True when the clock shows how long a call took. Over a socket it may go on while a call is about to end.
    /// </summary>
    public bool TellsTime => _server is null;

    public FaultScene Scene { get; }

    public TestClock Clock { get; } = new(ClockMode.Stands);

    public SandboxService Service { get; }

    public FlowClient Client { get; }

    public static async Task<FaultLab> InMemoryAsync() => new(await FaultScene.Shared, start: null);

    public static async Task<FaultLab> OverSocketAsync(X509Certificate2? certificate = null) => new(
        await FaultScene.Shared,
        service => certificate is null ? SandboxServer.Start(service) : SandboxServer.Start(service, certificate));

    /// <summary>Waits for a call, and lets time pass for as long as it does.</summary>
    /// <exception cref="TimeoutException">It hangs.</exception>
    public async Task RunAsync(Func<Task> work)
    {
        // On a thread without a context everything goes on where the clock fires it, so nothing is under way when the
        // clock goes on.
        await Task.Run(async () =>
        {
            var call = work();
            var started = Stopwatch.StartNew();
            while (!call.IsCompleted)
            {
                if (Clock.Step(_horizon)) started.Restart();
                else if (started.Elapsed > Patience) throw new TimeoutException("Nothing goes on any more.");
                else await Task.Yield();
            }

            await call;
        });
    }

    public void Dispose()
    {
        _connection.Dispose();
        _server?.Dispose();
    }
}
