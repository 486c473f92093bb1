using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BatchFlows.Fuzzing;

/// <summary>Counts how often each step from branch to branch was taken, and tells what was never seen before.</summary>
internal sealed unsafe class CoverageMap : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Where instrumented code counts.</summary>
    public nint Address => (nint)_counts;

    /// <summary>How many different steps were taken so far.</summary>
    public int Edges { get; private set; }

    public void Clear() => new Span<byte>(_counts, Size).Clear();

    /// <summary>
    /// Adds what the last input reached; true when it took a new step, or took one much more often than before.
    /// </summary>
    public bool Merge()
    {
        var isNew = false;
        var counts = MemoryMarshal.Cast<byte, ulong>(new Span<byte>(_counts, Size));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            for (var j = i * sizeof(ulong); j < (i + 1) * sizeof(ulong); j++)
            {
                var bucket = Bucket(_counts[j]);
                if ((bucket & ~_seen[j]) == 0) continue;
                if (_seen[j] == 0) Edges++;
                _seen[j] |= bucket;
                isNew = true;
            }
        }

        return isNew;
    }

    /// <summary>Adds what another map's last input reached, however often.</summary>
    /// <returns>How many of its steps are new.</returns>
    public int MergeEdges(CoverageMap last)
    {
        var before = Edges;
        for (var i = 0; i < Size; i++)
        {
            if (last._counts[i] == 0 || _seen[i] != 0) continue;
            _seen[i] = 1;
            Edges++;
        }

        return Edges - before;
    }

    public void Dispose() => NativeMemory.Free(_counts);

    /// <summary>A bit for once, twice, up to 4, 8, 16, 32, 128 and more times.</summary>
    private static byte Bucket(byte count) => count switch
    {
        0 => 0,
        > 128 => 1 << 7,
        > 32 => 1 << 6,
        _ => (byte)(1 << BitOperations.Log2((uint)count * 2 - 1)),
    };
}
