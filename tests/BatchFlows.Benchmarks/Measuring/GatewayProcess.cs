using System;
using System.Diagnostics;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A gateway in a process of its own, so that it does not take turns with the client in one thread pool, and its memory
/// does not count.
/// </summary>
internal sealed class GatewayProcess : IDisposable
{
    public const string Canned = "gateway";

    private readonly Process _process;

    /// <param name="part">The part of a worker that tells an address and serves until its input ends.</param>
    public GatewayProcess(string part)
    {
        _process = Worker.Start(part);
        Address = new Uri(_process.StandardOutput.ReadLine()!);
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Tells the address of a <see cref="CannedGateway"/>, and serves until the input ends.</summary>
    public static void Serve()
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2));
        Console.WriteLine(gateway.Address);
        Console.In.ReadToEnd();
    }
}
