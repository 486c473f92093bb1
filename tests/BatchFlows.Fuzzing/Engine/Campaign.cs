using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Linq;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Fuzzes one target: changes inputs, and keeps those that reach something new to change them further.
/// </summary>
internal sealed class Campaign
{
    private const int MostFindings = 20;
    private const int WorthKeeping = 4;

    private readonly Random _random;
    private readonly CoverageMap _map;
    private readonly Action<byte[]> _run;
    private readonly Corpus _corpus = new();
    private readonly Mutator _mutator;
    private readonly byte[][] _given;
    private readonly byte[][] _seeds;
    private readonly Dictionary<string, Finding> _findings = [];

    public Campaign(string name, byte[][] seeds, Action<byte[]> run, CoverageMap map, int seed)
    {
        Name = name;
        _run = run;
        _map = map;
        _given = seeds;
        _seeds = [.. seeds, .. Corpus.FilesOf(name).Select(File.ReadAllBytes)];
        // Each target draws numbers of its own, so that its run is the same with and without the others.
        _random = new Random(seed ^ name.Aggregate(17, (hash, character) => (hash * 31) + character));
        _mutator = new Mutator(_random, Tokens.Of(_seeds), () => _corpus.Any(_random));
        Probe = new Probe(name, run);
    }

    public string Name { get; }

    public Probe Probe { get; }

    public long Inputs { get; private set; }

    public TimeSpan Time { get; private set; }

    public int CorpusSize => _corpus.Count;

    public int Edges => _map.Edges;

    public IReadOnlyCollection<Finding> Findings => _findings.Values;

    /// <param name="inputs">How many inputs; null to let time decide.</param>
    /// <param name="folder">Where the input at hand is kept, for the case that it ends the process.</param>
    public void Run(long? inputs, TimeSpan time, string folder)
    {
        var file = Path.Combine(folder, Name + ".running");
        using (var running = MemoryMappedFile.CreateFromFile(file, FileMode.Create, mapName: null, capacity: 4 << 20))
        using (var view = running.CreateViewAccessor())
        {
            var watch = Stopwatch.StartNew();
            foreach (var seed in _seeds) Try(seed, view, isKept: true);
            while (_corpus.Count > 0
                && _findings.Count < MostFindings
                && (inputs is { } most ? Inputs < most : watch.Elapsed < time))
                Try(_mutator.Mutate(_corpus.Pick(_random)), view, isKept: false);
            Time = watch.Elapsed;
        }

        File.Delete(file);
    }

    /// <summary>Writes short inputs that reach much of what the target's own seeds do not.</summary>
    public void SaveCorpus(string folder)
    {
        using var map = new CoverageMap();
        foreach (var seed in _given) CountNew(seed);
        _corpus.Save(Path.Combine(folder, Name), input => CountNew(input) >= WorthKeeping);

        int CountNew(byte[] input)
        {
            _map.Clear();
            _run(input);
            return map.MergeEdges(_map);
        }
    }

    private void Try(byte[] input, MemoryMappedViewAccessor view, bool isKept)
    {
        view.Write(0, input.Length);
        view.WriteArray(sizeof(int), input, 0, input.Length);
        _map.Clear();
        Inputs++;
        var finding = Probe.Try(input);
        if (finding is not null)
        {
            if (_findings.TryAdd(finding.Key, finding))
            {
                var smallest = Minimizer.Minimize(input, smaller => Probe.Try(smaller)?.Key == finding.Key);
                _findings[finding.Key] = Probe.Try(smallest) ?? finding;
            }
        }
        else if (_map.Merge() || isKept)
        {
            _corpus.Add(input);
        }
    }
}
