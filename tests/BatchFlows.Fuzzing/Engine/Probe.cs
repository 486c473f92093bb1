using System;
using System.Diagnostics;
using System.Threading;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Gives inputs to a target and tells what they break: its laws, or those of time and memory that hold for all.
/// </summary>
internal sealed class Probe(string target, Action<byte[]> run)
{
    private static readonly TimeSpan FreeTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimePerByte = TimeSpan.FromMicroseconds(10);

    // What is kept of a value is a few times its text, and each property that is read makes another few.
    private const long FreeBytes = 16 << 20;
    private const long BytesPerByte = 4096;

    private long _started;

    /// <summary>How long the input at hand has been running; zero between inputs.</summary>
    public TimeSpan Running =>
        Volatile.Read(ref _started) is var started && started != 0 ? Stopwatch.GetElapsedTime(started) : TimeSpan.Zero;

    /// <summary>The input at hand, or the last one.</summary>
    public byte[] Input { get; private set; } = [];

    /// <summary>Null when the input breaks nothing.</summary>
    public Finding? Try(byte[] input)
    {
        var (finding, time) = Measure(input);
        for (var repeats = 0; finding is null && time > FreeTime + (TimePerByte * input.Length); repeats++)
        {
            // The machine may have been busy with something else.
            if (repeats == 5)
                return new Finding(target, "is slow", input, $"It took {time.TotalSeconds:0.0} s, six times.");
            (finding, time) = Measure(input);
        }

        return finding;
    }

    private (Finding? Finding, TimeSpan Time) Measure(byte[] input)
    {
        Input = input;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        Volatile.Write(ref _started, started);
        try
        {
            run(input);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            var isModest = allocated <= FreeBytes + BytesPerByte * input.Length;
            return (isModest ? null : new Finding(target, "takes memory", input, $"It took {allocated >> 20} MB."),
                Stopwatch.GetElapsedTime(started));
        }
        catch (Exception e)
        {
            return (Finding.Of(target, input, e), Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            Volatile.Write(ref _started, 0);
        }
    }
}
