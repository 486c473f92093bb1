using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>Measures in a process of its own what happens only once in a process. A worker prints one figure.</summary>
internal static class Worker
{
    private const string Marker = "worker";

    /// <summary>Starts this program again for one figure.</summary>
    public static double Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (!Environment.ProcessPath!.EndsWith("Benchmarks", StringComparison.Ordinal) && !Environment.ProcessPath.EndsWith("Benchmarks.exe", StringComparison.Ordinal))
            start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        foreach (var argument in arguments.Prepend(Marker)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The worker {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>Does a worker's part when these are the arguments of one.</summary>
    public static bool TryWork(string[] arguments)
    {
        if (arguments is not [Marker, var part, .. var rest]) return false;
        var figure = part switch
        {
            ImportCase.Part => ImportCase.Work(rest[0]),
            FirstCallCase.Part => FirstCallCase.Work(rest[0], new Uri(rest[1])),
            MemoryCase.Part => MemoryCase.Work(new Uri(rest[0]), rest[1], rest[2]),
            _ => throw new ArgumentException($"No worker does '{part}'."),
        };
        Console.WriteLine(figure.ToString("R", CultureInfo.InvariantCulture));
        return true;
    }
}
