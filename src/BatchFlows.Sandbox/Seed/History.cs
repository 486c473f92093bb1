using System;
using System.Text;

namespace BatchFlows.Sandbox;

/// <summary>
/// How long the attempts of a history's tasks take and how they end. It follows from the seed, the names and the
/// trigger time alone, so that a run can be made again.
/// </summary>
internal sealed record History(int Seed, DateTimeOffset Start, DateTimeOffset End, TimeSpan Zone)
{
    private const double Spread = 0.15;
    private const double FailedAttempts = 0.02;
    private const double FailedTasks = 0.002;

    private static readonly string[] Errors =
    [
        "ERROR: connection to meter-db-07 was reset by peer",
        "ERROR: file /data/in/readings.csv was not found",
        "ERROR: out of memory: 4096 MB are in use",
        "ERROR: column 'reading' has 3 values that are not numbers",
        "ERROR: disk /data is full",
    ];

    /// <summary>The server's date at the end.</summary>
    public DateTime Today => End.ToOffset(Zone).Date;

    public PretendedCommand Attempt(FlowRun run, TaskModel task, int attempt)
    {
        var key = Hash($"{Seed} {run.Flow.Name} {task.Name} {run.TriggerTime.ToUnixTimeSeconds()}");
        var usual = task.Sleep > TimeSpan.Zero
            ? task.Sleep.TotalSeconds
            : 10 + (50 * Share(Hash($"{run.Flow.Name} {task.Name}")));
        var seconds = usual * Math.Exp(Spread * Normal(Mixed(key, (ulong)attempt)));
        if (Scenarios.Of(this, run, task, attempt) is { } scenario)
            return new(TimeSpan.FromSeconds(Math.Round(seconds * scenario.Factor)), scenario.Error, scenario.ExitCode);
        var fails = Scenarios.IsName(run.Flow.Name) ? false
            : Share(Mixed(key, 1000)) < FailedTasks || Share(Mixed(key, 1000 + (ulong)attempt)) < FailedAttempts;
        // A task that fails does not come as far as one that goes well.
        return fails
            ? new(
                TimeSpan.FromSeconds(Math.Max(Math.Round(seconds * Share(Mixed(key, 2000 + (ulong)attempt))), 1)),
                Errors[Mixed(key, 3000) % (ulong)Errors.Length], (int)(1 + (Mixed(key, 3000) % 3)))
            : new(TimeSpan.FromSeconds(Math.Max(Math.Round(seconds), 1)), null, 0);
    }

    /// <summary>A number that looks random and is the same each time.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var value in Encoding.UTF8.GetBytes(text)) hash = (hash ^ value) * 1099511628211;
        return Mixed(hash, 0);
    }

    /// <summary>The next of the numbers that follow from a key.</summary>
    public static ulong Mixed(ulong key, ulong step)
    {
        var value = key + ((step + 1) * 0x9E3779B97F4A7C15);
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A number as a share from 0 to 1.</summary>
    public static double Share(ulong number) => (number >> 11) / (double)(1UL << 53);

    private static double Normal(ulong number)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Share(number)));
        return radius * Math.Cos(2 * Math.PI * Share(Mixed(number, 1)));
    }
}
