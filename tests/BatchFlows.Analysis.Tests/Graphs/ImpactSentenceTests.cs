using System.Collections.Generic;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;

namespace BatchFlows.Analysis.Tests.Graphs;

public class ImpactSentenceTests
{
    [Theory]
    [InlineData("x", "")]
    [InlineData("b a", "1 flow waits for flow 1 'a'. 2 'b' feels it first: 2026-03-02 02:00 +08:00.")]
    [InlineData(
        "b a;c b", "2 flows wait for flow 1 'a', 1 through others. 2 'b' feels it first: 2026-03-02 02:00 +08:00.")]
    public void Sentence_NamesWhoFeelsItFirst(string flows, string expected) =>
        Assert.Equal(expected, SentenceOf(Seed.Of($"a;{flows}".Split(';'))));

    [Fact]
    public void Sentence_TellsDoubts()
    {
        var flows = Seed.Of("a", "b a");
        flows[1].IsActive = false;
        Assert.Equal(
            "1 flow waits for flow 1 'a'. When is not known. 2 'b': Its schedule is paused.", SentenceOf(flows));

        flows = Seed.Of("a", "b a");
        flows[0].Definition.Cycle = "H";
        Assert.Equal(
            "1 flow waits for flow 1 'a'. 2 'b' feels it first: 2026-03-02 02:00 +08:00 (not certain: It has no run in the same period "
                + "as one of 'a', so its next run is shown).",
            SentenceOf(flows));
    }

    private static string SentenceOf(IReadOnlyList<KnownFlow> flows) =>
        ImpactSentence.Of(flows[0], ImpactTests.Ask(flows, "a", ImpactCause.Disable, "2026-03-02 00:30"));
}
