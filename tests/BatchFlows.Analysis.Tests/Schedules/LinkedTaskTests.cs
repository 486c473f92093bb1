using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Tests;

public class LinkedTaskTests
{
    [Theory]
    [InlineData("104891(tass)", 104891L)]
    [InlineData("104891", null)]
    [InlineData("(tass)", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999(x)", null)]
    [InlineData("-1(x)", null)]
    public void A_task_of_another_flow_has_the_ID_that_its_name_begins_with(string text, long? id) =>
        Assert.Equal(id, LinkedTask.IdIn(text));

    [Theory]
    [InlineData("5(load)", "etl/load")]
    [InlineData("5(a (b))", "etl/a (b)")]
    [InlineData("5(gone)", "5(gone)")]
    [InlineData("5(twice)", "5(twice)")] // of which flow, its ID alone does not tell
    [InlineData("load", "load")]
    public void A_task_is_named_with_its_flow_where_the_definition_tells_it(string text, string name)
    {
        var flow = new FlowDefinition { FlowName = "waits" };
        foreach (var (source, task) in ((string, string)[])[
            ("etl", "load"), ("etl", "load"), ("etl", "a (b)"), ("one", "twice"), ("other", "twice")])
            flow.TaskLinks.Add(new TaskLink { SourceFlowName = source, SourceTaskName = task });

        Assert.Equal(name, LinkedTask.FullName(text, flow));
        Assert.Equal(text, LinkedTask.FullName(text, definition: null));
    }
}
