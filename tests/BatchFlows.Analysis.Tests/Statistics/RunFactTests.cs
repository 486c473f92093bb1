using System;
using System.Linq;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.Tests.Statistics;

public class RunFactTests
{
    private static readonly string?[] Ids =
    [
        null, "", "-", "7", "07", "-7", "2809-20190808093200", "2809-020190808093200", "2809-2019-08", "2809-",
        "2809-x", "2809- 1", "2809-+1", "9-9223372036854775807", "9-9223372036854775808", "9-99999999999999999999",
        "a-1", "A-1",
    ];

    [Fact]
    public void An_ID_stays_as_it_was() =>
        Assert.Equal(Ids, Ids.Select(id => new RunFact { FlowName = "f", FlowInstanceId = id }.FlowInstanceId));

    [Fact]
    public void Runs_are_the_same_when_their_IDs_are() => Assert.Equal(
        Ids,
        Ids.Concat(Ids).Select((id, i) => new RunFact { FlowInstanceId = id, FlowName = $"f{i}" })
            .Distinct(RunFact.ById).Select(run => run.FlowInstanceId));

    [Fact]
    public void What_is_not_known_stays_unknown()
    {
        var run = new RunFact();
        Assert.Equal(
            (null, null, null, null, null),
            (run.Start, run.Outcome.Status, run.Outcome.Time, run.Outcome.Wait, run.Outcome.Duration));
        var outcome = new Outcome(InstanceStatus.Init, default(DateTime), TimeSpan.Zero, TimeSpan.Zero);
        Assert.Equal(
            (InstanceStatus.Init, default(DateTime), TimeSpan.Zero, TimeSpan.Zero),
            (outcome.Status, outcome.Time, outcome.Wait, outcome.Duration));
    }
}
