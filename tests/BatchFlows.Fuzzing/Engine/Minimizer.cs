using System;
using System.Diagnostics;

namespace BatchFlows.Fuzzing;

/// <summary>Makes an input smaller for as long as it shows the same.</summary>
internal static class Minimizer
{
    private const int MostTries = 3000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    /// <param name="isSame">Whether a smaller input still shows it.</param>
    public static byte[] Minimize(byte[] input, Func<byte[], bool> isSame)
    {
        var started = Stopwatch.GetTimestamp();
        var tries = 0;
        for (var size = input.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Length
                && tries < MostTries
                && Stopwatch.GetElapsedTime(started) < MostTime; tries++)
            {
                byte[] smaller = [.. input.AsSpan(0, at), .. input.AsSpan(at + size)];
                if (isSame(smaller)) input = smaller;
                else at += size;
            }
        }

        return input;
    }
}
