using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace BatchFlows.Fuzzing;

/// <summary>The inputs of a target that reached something new.</summary>
internal sealed class Corpus
{
    private const int LongestKept = 1024;

    private readonly List<byte[]> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Inputs that are kept with the tests.</summary>
    public static IEnumerable<string> FilesOf(string target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpus", target);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal) : [];
    }

    public void Add(byte[] input) => _entries.Add(input);

    /// <summary>Any entry, of two the shorter: short ones run faster, and more of their bytes matter.</summary>
    public byte[] Pick(Random random)
    {
        var (one, other) = (Any(random), Any(random));
        return one.Length < other.Length ? one : other;
    }

    public byte[] Any(Random random) => _entries[random.Next(_entries.Count)];

    /// <summary>Writes the short entries that are worth it, the shortest first.</summary>
    public void Save(string folder, Func<byte[], bool> isWorthIt)
    {
        Directory.CreateDirectory(folder);
        foreach (var entry in _entries.Where(entry => entry.Length <= LongestKept).OrderBy(entry => entry.Length)
            .Where(isWorthIt))
            File.WriteAllBytes(
                Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(entry)).Substring(0, 8)), entry);
    }
}
