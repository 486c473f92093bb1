using System;
using System.Diagnostics;
using System.Globalization;

namespace BatchFlows.Benchmarks;

/// <summary>Measures in a process of its own what happens only once in a process. A worker prints one figure.</summary>
internal static class Worker
{
    private const string Marker = "worker";

    /// <summary>Starts this program again.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, Marker, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // 16 MB: a larger one lets so much garbage lie that no growth shows
        start.Environment["DOTNET_GCgen0size"] = "0x1000000";
        return Process.Start(start)!;
    }

    /// <summary>Starts this program again for one figure.</summary>
    public static double Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(
                $"The worker {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Does a worker's part when these are the arguments of one.</summary>
    public static bool TryWork(string[] arguments)
    {
        if (arguments is not [Marker, var part, .. var rest]) return false;
        if (part is GatewayProcess.Canned or ReportCase.GatewayPart)
        {
            if (part == GatewayProcess.Canned) GatewayProcess.Serve();
            else ReportCase.Serve();
            return true;
        }

        var figure = part switch
        {
            ImportCase.Part => ImportCase.Work(rest[0]),
            FirstCallCase.Part => FirstCallCase.Work(rest[0], new Uri(rest[1])),
            MemoryCase.Part => MemoryCase.Work(new Uri(rest[0]), rest[1], rest[2]),
            ReportCase.Part => ReportCase.Work(new Uri(rest[0]), rest[1], rest[2]),
            _ => throw new ArgumentException($"No worker does '{part}'."),
        };
        Console.WriteLine(figure.ToString("R", CultureInfo.InvariantCulture));
        return true;
    }
}
