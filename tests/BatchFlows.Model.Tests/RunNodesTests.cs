using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Model.Tests;

/// <summary>A run turns failed as soon as one task fails: whether it has ended, its nodes tell.</summary>
public class RunNodesTests
{
    [Theory]
    [InlineData("SUCCESS", "a SUCCESS, b SUCCESS", true)]
    [InlineData("RUNNING", "a SUCCESS, b SUCCESS", false)]
    [InlineData("FAIL", "a FAIL, b SUCCESS", true)]
    [InlineData("FAIL", "a FAIL, b RUNNING", false)]
    [InlineData("FAIL", "a FAIL, b RERUN", false)]
    [InlineData("FAIL", "a FAIL, b READY", false)] // in another branch, so it will start
    [InlineData("FAIL", "a FAIL, b INIT", false)]
    [InlineData("FAIL", "a FAIL, b SUSPEND", false)]
    [InlineData("FAIL", "a FAIL, b NONE", true)]
    [InlineData("FAIL", "a FAIL, b SKIP", true)]
    [InlineData("FAIL", "a FAIL, b SOMETHING_NEW", true)]
    [InlineData("FAIL", "a FAIL > b INIT > c WAIT", true)] // they stand behind it and never start
    [InlineData("FAIL", "a TIMEOUT > b INIT", true)]
    [InlineData("FAIL", "a FAIL > b RUNNING", false)]
    [InlineData("FAIL", "a FAIL, b SUCCESS > c INIT", false)]
    [InlineData("CANCEL", "a CANCEL, b INIT", true)] // nothing starts any more
    [InlineData("CANCEL", "a WAIT > b WAIT", true)]
    [InlineData("CANCEL", "a CANCEL, b RUNNING", false)] // work that was handed over goes on
    [InlineData("TIMEOUT", "a RUNNING", false)]
    [InlineData("INTERNAL_ERROR", "a READY", true)]
    [InlineData("SKIP", "a SKIP", true)]
    [InlineData("WAIT", "a INIT", false)]
    [InlineData("SOMETHING_NEW", "a SUCCESS", false)]
    public void A_run_has_ended_when_nothing_in_it_can_still_be_at_work(string status, string nodes, bool isEnded) =>
        Assert.Equal(isEnded, Run(status, nodes).IsEnded);

    [Fact]
    public void A_task_that_waits_for_a_flow_that_failed_never_starts()
    {
        var run = Run(
            """{"status":-1,"graph":{"flows":[{"nodeId":"f_7","status":"FAIL"}],"tasks":[{"nodeId":"a","status":"FAIL"},{"nodeId":"b","status":"WAIT"}],"relations":[{"source":"f_7","target":"b"}]}}""");

        Assert.True(run.IsEnded);
    }

    [Fact]
    public void Relations_in_a_circle_do_not_hang() =>
        Assert.True(
            Run(
                """{"status":-1,"graph":{"tasks":[{"nodeId":"a","status":"FAIL"},{"nodeId":"b","status":"INIT"}],"relations":[{"source":"a","target":"b"},{"source":"b","target":"a"}]}}""").IsEnded);

    [Theory]
    [InlineData("SUCCESS", false)]
    [InlineData("SKIP", false)]
    [InlineData("RUNNING", false)]
    [InlineData("FAIL", true)]
    [InlineData("TIMEOUT", true)]
    [InlineData("INTERNAL_ERROR", true)]
    [InlineData("CANCEL", true)]
    public void A_run_failed_when_it_did_not_make_what_it_was_to_make(string status, bool isFailed) =>
        Assert.Equal(isFailed, Run(status, "a SUCCESS").IsFailed);

    /// <param name="status">Name of the run's status.</param>
    /// <param name="nodes">Chains of tasks and their statuses: <c>a FAIL > b INIT, c RUNNING</c>.</param>
    /// <returns>A run.</returns>
    private static FlowInstance Run(string status, string nodes)
    {
        var chains = nodes.Split(", ").Select(chain => chain.Split(" > ").Select(node => node.Split(' ')).ToArray())
            .ToArray();
        var graph = new JsonObject
        {
            ["tasks"] = new JsonArray([.. chains.SelectMany(chain => chain)
                .Select(
                    node => new JsonObject { ["nodeId"] = node[0], ["taskName"] = node[0], ["status"] = node[1] })]),
            ["relations"] = new JsonArray([.. chains.SelectMany(chain => chain.Zip(chain.Skip(1)))
                .Select(pair => new JsonObject { ["source"] = pair.First[0], ["target"] = pair.Second[0] })]),
        };
        return Run(new JsonObject
        {
            ["instanceId"] = "1-2",
            ["flowName"] = "f",
            ["status"] = status,
            ["graph"] = graph.ToJsonString(),
        }.ToJsonString());
    }

    private static FlowInstance Run(string json) =>
        new(JsonDocument.Parse(json).RootElement, new Origin("c", ServerZone.Unknown));
}
