using System;
using System.Diagnostics;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A <see cref="CannedGateway"/> in a process of its own, so that it does not take turns with the client in one thread
/// pool.
/// </summary>
internal sealed class GatewayProcess : IDisposable
{
    public const string Part = "gateway";

    private readonly Process _process = Worker.Start(Part);

    public GatewayProcess() => Address = new Uri(_process.StandardOutput.ReadLine()!);

    public Uri Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Tells the address and serves until the input ends.</summary>
    public static void Serve()
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2));
        Console.WriteLine(gateway.Address);
        Console.In.ReadToEnd();
    }
}
