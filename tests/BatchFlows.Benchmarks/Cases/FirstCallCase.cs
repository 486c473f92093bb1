using System;
using System.Collections.Generic;

namespace BatchFlows.Benchmarks;

/// <summary>
/// The first command of a job in a new process, with everything it needs: the connection of the environment variables,
/// a token, the call. Against the first call of a bare client in a process with the same engine.
/// </summary>
internal static class FirstCallCase
{
    public const string Part = "first-call";

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2));
        var address = gateway.Address.ToString();
        yield return pairs.Compare(
            "first call after import",
            "ms",
            1.4,
            () => Worker.Run(Part, "ours", address),
            () => Worker.Run(Part, "floor", address));
    }

    public static double Work(string side, Uri gateway)
    {
        using var runspace = Module.OpenRunspace();
        runspace.Run($"Import-Module '{Module.Manifest}'");
        if (side == "ours")
        {
            Environment.SetEnvironmentVariable("BATCHFLOWS_GATEWAY", gateway.ToString());
            Environment.SetEnvironmentVariable("BATCHFLOWS_ORGANIZATION_ID", "o1");
            Environment.SetEnvironmentVariable("BATCHFLOWS_USER_ID", "u1");
            Environment.SetEnvironmentVariable("BATCHFLOWS_ACCESS_KEY", "access-key");
            Environment.SetEnvironmentVariable("BATCHFLOWS_SECRET_KEY", "secret-key");
            return Pairs.MillisecondsOf(() => runspace.Run("Export-BatchFlow 1"));
        }

        return Pairs.MillisecondsOf(() =>
        {
            using var client = new BareClient(gateway);
            client.ExportAsync(1).GetAwaiter().GetResult();
        });
    }
}
