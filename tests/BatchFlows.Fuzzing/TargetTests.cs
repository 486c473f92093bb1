using System;
using System.IO;
using System.Linq;

namespace BatchFlows.Fuzzing;

/// <summary>The laws hold for what was found once, and for what is large.</summary>
public class TargetTests
{
    public static TheoryData<string> Targets => [.. TargetList.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_kept_input_obeys_the_laws(string name)
    {
        var target = TargetList.All.Single(known => known.Name == name);
        var probe = new Probe(name, target.Run);

        var findings = Corpus.FilesOf(name).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))
            .Concat(target.Seeds.Select((seed, index) => ($"seed {index}", seed)))
            .Select(input => (Name: input.Item1, Finding: probe.Try(input.Item2)))
            .Where(tried => tried.Finding is not null);

        Assert.Empty(findings.Select(tried => $"{tried.Name}\n{tried.Finding}"));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Large_and_deep_inputs_take_time_and_memory_in_proportion(string name)
    {
        var target = TargetList.All.Single(known => known.Name == name);
        var probe = new Probe(name, target.Run);
        var seeds = target.Seeds.Concat(Corpus.FilesOf(name).Select(File.ReadAllBytes)).ToArray();
        var random = new Random(1);
        var mutator = new Mutator(random, Tokens.Of(seeds), () => seeds[random.Next(seeds.Length)]);

        var findings = Enumerable.Range(0, 16).Select(_ => probe.Try(mutator.Inflate(seeds[random.Next(seeds.Length)])))
            .Where(finding => finding is not null);

        Assert.Empty(findings.Select(finding => $"{finding}"));
    }
}
