using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Client.Tests;

/// <summary>Answers that say success and have no data of the documented kind.</summary>
public class SubstanceTests
{
    private const string Absent = "absent";

    private static readonly Dictionary<string, Func<FlowClient, Task>> Calls = new()
    {
        ["search"] = client => client.SearchFlowsAsync(null, new Page(1)),
        ["mine"] = client => client.GetMyFlowsAsync(),
        ["directories"] = client => client.ListDirectoriesAsync(),
        ["runs"] = client => client.ListFlowInstancesAsync(
            new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)),
        ["export"] = client => client.ExportFlowAsync(1),
        ["flow"] = client => client.GetFlowAsync(1),
        ["run"] = client => client.GetFlowInstanceAsync("1-2"),
        ["task"] = client => client.GetTaskInstanceAsync("1-2"),
        ["log"] = client => client.GetTaskInstanceLogAsync("1-2"),
        ["time"] = client => client.GetCurrentTimeAsync(),
        ["zone"] = client => client.GetTimeZoneAsync(),
        ["trigger"] = client => client.TriggerFlowAsync(1, default),
        ["from task"] = client => client.TriggerFlowFromTaskAsync(1, 2, default),
        ["update"] = client => client.UpdateAndTriggerFlowAsync(
            1, new ParameterList(new System.Collections.Hashtable()), default),
        ["create"] = client => client.CreateDirectoryAsync("a", "b"),
        ["import"] = client => client.ImportFlowAsync(new FlowImport("n", "d", new FlowDefinition())),
    };

    private static readonly string[] Lists = ["search", "mine", "directories", "runs"];
    private static readonly string[] Changes = ["trigger", "from task", "update", "create", "import"];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var call in Calls.Keys)
        {
            foreach (var data in (string[])[Absent, "true", "false", "{}", "[[]]", "[true]", "[1]", """{"x":1}"""])
            {
                // Nothing tells an object of an unknown edition from another.
                if (data != """{"x":1}""" || call is not ("export" or "flow" or "run" or "task")) pairs.Add(call, data);
            }

            if (Array.IndexOf(Lists, call) >= 0) pairs.Add(call, "1");
            else pairs.Add(call, "null");
            if (Array.IndexOf(Changes, call) >= 0)
            {
                foreach (var value in (string[])["true", "null", "\" \"", "[]", "{}"])
                {
                    pairs.Add(call,
                        $$"""{"flowInstanceId":{{value}},"dirId":{{value}},"flowId":{{value}}}""");
                }

                pairs.Add(call, "\"OK\"");
                pairs.Add(call, "\"\"");
            }
        }

        foreach (var id in (string[])["0", "-1", "1.5", "\"x\""]) pairs.Add("import", $$"""{"flowId":{{id}}}""");
        pairs.Add("log", """{"log":true}""");
        pairs.Add("log", """{"log":["a"]}""");
        pairs.Add("runs", """{"flowInsts":7,"count":1}""");
        pairs.Add("runs", """{"count":1}""");
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_is_not_of_the_documented_kind_is_a_failure(string call, string data)
    {
        var answer = data == Absent ? """{"code":0,"msg":"OK"}""" : $$"""{"code":0,"msg":"OK","data":{{data}}}""";
        using var connection = Connect.To(new StubGateway(Reply.Json(answer)), retries: 0);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => Calls[call](new FlowClient(connection)));

        // What was asked to be done may have been done.
        var isChange = Array.IndexOf(Changes, call) >= 0;
        Assert.Equal(isChange ? FailureKind.OutcomeUnknown : FailureKind.ResponseInvalid, failure.Kind);
    }

    [Theory]
    [InlineData("""{"flowInsts":[],"count":0}""")]
    [InlineData("""{"flowInsts":null,"count":0}""")]
    [InlineData("""{"count":0}""")]
    public async Task A_page_without_runs_is_one(string data) =>
        Assert.Empty((await Served.CallAsync(data, client => client.ListFlowInstancesAsync(
            new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)))).Instances);
}
