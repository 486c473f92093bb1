using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace BatchFlows.Fuzzing;

/// <summary>That the fuzzer finds what there is to find.</summary>
public class EngineTests
{
    [Fact]
    public void It_finds_the_way_through_instrumented_code_by_what_inputs_reach()
    {
        using var map = new CoverageMap();
        var (_, _, run) = new FuzzContext().OpenTargets(map).Single(target => target.Name == "value");
        var campaign = new Campaign("planted", [[.. "x"u8]], run, map, seed: 1);

        campaign.Run(inputs: 1, TimeSpan.Zero, Path.GetTempPath());
        var edges = campaign.Edges;
        campaign.Run(inputs: 2_000, TimeSpan.Zero, Path.GetTempPath());

        Assert.True(campaign.Edges > edges * 3 / 2, $"{edges} edges at first, {campaign.Edges} at the end");
        Assert.True(campaign.CorpusSize > 20, $"{campaign.CorpusSize} inputs kept");
    }

    [Fact]
    public void A_finding_is_as_small_as_can_be_and_found_once()
    {
        var campaign = Fuzz(input =>
        {
            if (input.AsSpan().IndexOf("null"u8) >= 0 && input.Length > 5) throw new FormatException();
        });

        var finding = Assert.Single(campaign.Findings);
        Assert.Equal(6, finding.Input.Length);
        Assert.Contains("null", Encoding.UTF8.GetString(finding.Input), StringComparison.Ordinal);
        Assert.StartsWith("FormatException", finding.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_out_of_proportion_is_a_finding() => Assert.Equal(
        "takes memory",
        Assert.Single(
            Fuzz(input => GC.KeepAlive(Allocate(input.Length > 20 ? 64 << 20 : 1)), inputs: 500).Findings).Key);

    [Fact]
    public void The_same_seed_gives_the_same_inputs()
    {
        Assert.Equal(InputsOf(7), InputsOf(7));
        Assert.NotEqual(InputsOf(7), InputsOf(8));

        static List<string> InputsOf(int seed)
        {
            var inputs = new List<string>();
            Fuzz(input => inputs.Add(Convert.ToHexString(input)), seed, inputs: 200);
            return inputs;
        }
    }

    [Theory]
    [InlineData("""{"a":[1,"x\"y"]}""", 0, """{"a":[1,"x\"y"]}""")]
    [InlineData("""{"a":[1,"x\"y"]}""", 1, "\"a\"")]
    [InlineData("""{"a":[1,"x\"y"]}""", 5, """[1,"x\"y"]""")]
    [InlineData("""{"a":[1,"x\"y"]}""", 8, "\"x\\\"y\"")]
    [InlineData("""{"a":[1,""", 1, "\"a\"")]
    [InlineData("a=b", 3, "")]
    public void Values_are_found_in_json_that_need_not_be_whole(string text, int from, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        var (start, length) = JsonSpan.Next(bytes, from);

        Assert.Equal(value, Encoding.UTF8.GetString(bytes, start, length));
    }

    [Theory]
    [InlineData("--inputs", "x")]
    [InlineData("--minutes")]
    [InlineData("--target", "none")]
    [InlineData("--unknown", "1")]
    public void Options_that_are_none_are_refused(params string[] arguments) =>
        Assert.Null(RunOptions.Parse(arguments));

    // Pages that nobody touches take no time.
    private static byte[] Allocate(int size) => GC.AllocateUninitializedArray<byte>(size);

    private static Campaign Fuzz(Action<byte[]> run, int seed = 1, long inputs = 20_000)
    {
        using var map = new CoverageMap();
        var campaign = new Campaign("planted", [[.. "{\"a\":1}"u8]], run, map, seed);
        campaign.Run(inputs, TimeSpan.Zero, Path.GetTempPath());
        return campaign;
    }
}
