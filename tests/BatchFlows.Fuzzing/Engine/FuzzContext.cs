using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace BatchFlows.Fuzzing;

/// <summary>
/// A world of its own in this process: the module's assemblies, instrumented in memory, and the targets that call them.
/// Coverage is counted in static fields, so that each worker needs a world to itself.
/// </summary>
internal sealed class FuzzContext : AssemblyLoadContext
{
    /// <summary>The rooms whose code is fuzzed.</summary>
    public static readonly string[] Rooms =
    [
        "BatchFlows.Model", "BatchFlows.Client", "BatchFlows.Analysis", "BatchFlows.Rendering", "BatchFlows.Procedures",
        "BatchFlows.Sandbox",
    ];

    private static readonly Lazy<Dictionary<string, byte[]>> Instrumented = new(Instrument);
    private static readonly string[] OwnCopies = [typeof(FuzzContext).Assembly.GetName().Name!, "SharpFuzz.Common"];

    /// <summary>The targets, which count what they reach in a map.</summary>
    public (string Name, byte[][] Seeds, Action<byte[]> Run)[] OpenTargets(CoverageMap map) =>
        ((string, byte[][], Action<byte[]>)[])LoadFromAssemblyName(typeof(TargetList).Assembly.GetName())
            .GetType(typeof(TargetList).FullName!)!
            .GetMethod(nameof(TargetList.Open), BindingFlags.Public | BindingFlags.Static)!
            .Invoke(null, [map.Address])!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (Instrumented.Value.TryGetValue(name, out var bytes)) return LoadFromStream(new MemoryStream(bytes));
        return Array.IndexOf(OwnCopies, name) < 0 ? null : LoadFromAssemblyPath(PathOf(name));
    }

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    private static Dictionary<string, byte[]> Instrument()
    {
        var assemblies = new Dictionary<string, byte[]>();
        var folder = Directory.CreateTempSubdirectory();
        foreach (var name in Rooms)
        {
            var copy = Path.Combine(folder.FullName, name + ".dll");
            File.Copy(PathOf(name), copy);
            Fuzzer.Instrument(copy, _ => true, Options.Value);
            assemblies.Add(name, File.ReadAllBytes(copy));
        }

        folder.Delete(recursive: true);
        return assemblies;
    }
}
