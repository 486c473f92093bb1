using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

public class FlowOperationTests
{
    [Fact, Covers("Export Flow")]
    public async Task Export_gives_the_documented_definition()
    {
        var (flow, sent, _) = await Documented.CallAsync(
            "export-flow.response", client => client.ExportFlowAsync(2924));

        Assert.Equal("GET /flows?action=export&flowId=2924", sent);
        Assert.Equal((2924, "nFlow", "tass"), (flow.FlowId, flow.FlowName, flow.Tasks.Single().TaskName));
    }

    [Fact, Covers("Get Flow")]
    public async Task Get_gives_the_documented_flow_and_its_graph()
    {
        var (flow, sent, _) = await Documented.CallAsync("get-flow.response", client => client.GetFlowAsync(2479));

        Assert.Equal("GET /flows?action=get&flowId=2479", sent);
        Assert.Equal((2479, "test0722-1", false, "yourCreator", "yourUpdateUser"),
            (flow.FlowId, flow.FlowName, flow.IsActive, flow.Creator, flow.UpdateUser));
        Assert.Equal(("0 0 0 * * ? *", "D", FlowType.Manual, SyncType.Data, AlertMode.Email),
            (flow.Cron, flow.Cycle, flow.Type, flow.SyncType, flow.AlertMode));
        Assert.Equal(
            ("yourOwners", "yourVisitors", "yourDoAs"), (flow.Owners.Single(), flow.Visitors.Single(), flow.Submitter));
        Assert.Equal((FlowEntry.Portal, false, false, false, true, false),
            (flow.Entry, flow.IsVirtual, flow.IsLocked, flow.CanEdit, flow.CanRead, flow.IsUserLocked));
        Assert.Equal("oxxxxxxxx", flow.Parameters["ouids"]);
        Assert.Equal(new DateTimeOffset(2019, 7, 22, 8, 56, 58, TimeSpan.FromHours(8)), flow.UpdateTime?.Instant);
        Assert.Equal(["MDM-Sync 104506 t_104506 2479", "MDMHive 104507 t_104507 2479"],
            flow.Graph.Tasks.Select(t => $"{t.TaskName} {t.TaskId} {t.NodeId} {t.FlowId}"));
        Assert.Equal(["t_104506 -> t_104507 D0 True"], flow.Graph.Relations.Select(r => $"{r} {r.CycleGap} {r.Rerun}"));
        Assert.Equal(0.009, flow.Graph.Tasks[1].Y);
    }

    [Fact, Covers("Get My Flow")]
    public async Task Get_my_flow_gives_the_documented_list()
    {
        var (flows, sent, _) = await Documented.CallAsync(
            "get-my-flow.response", client => client.GetMyFlowsAsync("a b;c"));

        Assert.Equal("GET /flows?action=getMyFlow&expression=a%20b%3Bc", sent);
        Assert.Equal(6, flows.Count);
        Assert.Equal((3318L, "reduce_entity", "D", true),
            (flows[0].FlowId, flows[0].FlowName, flows[0].Cycle, flows[0].CanEdit));
    }

    [Fact, Covers("Search Flow")]
    public async Task Search_gives_the_documented_page()
    {
        var (flows, sent, body) = await Documented.CallAsync(
            "search-flow.response", client => client.SearchFlowsAsync(null, new Page(1, 10, new Sorter("updateTime"))));

        Assert.Equal("POST /flows?action=search", sent);
        Documented.AssertIs("search-flow.request", body);
        Assert.Equal(["20 vd_text", "21 dim_wtg_full", "22 wenl_dim_fact_downtime"],
            flows.Select(flow => $"{flow.FlowId} {flow.FlowName}"));
    }

    [Fact, Covers("Import Flow")]
    public async Task Import_sends_the_documented_body_and_gives_the_new_id()
    {
        var definition = FlowDefinition.Parse(
            JsonNode.Parse(Sample.Text("import-flow.request"))!["flowJson"]!.ToJsonString());

        var (flowId, sent, body) = await Documented.CallAsync(
            "import-flow.response", client => client.ImportFlowAsync(new FlowImport("outuser", "dirId", definition)));

        Assert.Equal("POST /flows?action=import", sent);
        Documented.AssertIs("import-flow.request", body);
        Assert.Equal(2839, flowId);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{deep}")]
    public async Task Import_sends_whatever_the_definition_holds_as_it_came(string value)
    {
        var json =
            $$"""{"name":"a","x":{{value.Replace("{deep}", new string('[', 200) + new string(']', 200), StringComparison.Ordinal)}}}""";
        var gateway = new StubGateway(Reply.Json("""{"code":0,"data":{"flowId":1}}"""));
        using var connection = Connect.To(gateway);

        await new FlowClient(connection).ImportFlowAsync(new FlowImport("a", "d", FlowDefinition.Parse(json)));

        Assert.EndsWith($"\"flowJson\":{json}}}", gateway.Bodies.Single(), StringComparison.Ordinal);
    }

    [Fact, Covers("Load Flow For Edit")]
    public async Task Load_for_edit_gives_the_documented_copy_with_its_own_id()
    {
        var (flow, sent, _) = await Documented.CallAsync(
            "load-flow-for-edit.response", client => client.LoadFlowForEditAsync(2791));

        Assert.Equal("GET /flows?action=loadForEdit&flowId=2791", sent);
        Assert.Equal((2515L, "fpostm", "e"), (flow.FlowId, flow.FlowName, flow.Description));
        Assert.Equal(["2788 jin False 0.0186", "2819 104891(tass) True 0.0008"],
            flow.Graph.Flows.Select(f => FormattableString.Invariant($"{f.FlowId} {f.FlowName} {f.IsVirtual} {f.X}")));
    }

    [Fact, Covers("Save Flow")]
    public async Task Save_sends_all_fields_of_what_was_loaded_and_gives_the_answered_id()
    {
        var (loaded, _, _) = await Documented.CallAsync(
            "load-flow-for-edit.response", client => client.LoadFlowForEditAsync(2791));

        var (flowId, sent, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));

        Assert.Equal(("POST /flows?action=save", 2841L), (sent, flowId));
        var documented = JsonNode.Parse(Sample.Text("save-flow.request"))!.AsObject();
        var saved = body!.AsObject();
        Assert.Equal(documented.Select(field => field.Key).Order(), saved.Select(field => field.Key).Order());
        Assert.Equal(2515, (long)saved["id"]!); // numbers are sent as numbers
        // The sample moves a node and drops an edge between loading and saving.
        Assert.All(documented.Where(field => field.Key is not ("id" or "flows" or "relations")),
            field => Assert.True(JsonNode.DeepEquals(field.Value, saved[field.Key]), field.Key));
        Assert.True(JsonNode.DeepEquals(documented["flows"]![0], saved["flows"]![0]), saved["flows"]!.ToJsonString());
        Assert.Equal(3, saved["relations"]!.AsArray().Count);
    }

    [Fact]
    public async Task Save_changes_what_is_asked_and_nothing_else()
    {
        var (loaded, _, _) = await Documented.CallAsync(
            "load-flow-for-edit.response", client => client.LoadFlowForEditAsync(2791));
        var changes = new FlowChanges
        {
            [nameof(Flow.Cron)] = "0 0 6 * * ? *",
            [nameof(Flow.Owners)] = new UserList("anna;jonas"),
            [nameof(Flow.Parameters)] = new System.Collections.Hashtable { ["day"] = "1" },
            [nameof(Flow.Type)] = FlowType.Manual,
        };

        var (_, _, plain) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));
        var (_, _, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, changes));

        var changed = body!.AsObject().Where(field => !JsonNode.DeepEquals(field.Value, plain![field.Key]))
            .ToDictionary(field => field.Key, field => $"{field.Value}");
        Assert.Equal(["freq", "owners", "parameters", "type"], changed.Keys.Order());
        Assert.Equal(("0 0 6 * * ? *", "anna;jonas", """[{"key":"day","value":"1"}]""", "0"),
            (changed["freq"], changed["owners"], changed["parameters"], changed["type"]));
    }

    [Fact]
    public async Task Save_takes_from_the_graph_what_the_loaded_flow_does_not_tell()
    {
        var loaded = await Served.CallAsync(
            """{"flowId":1,"graph":{"name":"n","owners":";a;","visitors":"v","parameters":"[{\"key\":\"k\",\"value\":\"1\"}]","freq":"c","type":"1"}}""",
            client => client.LoadFlowForEditAsync(1));

        var (_, _, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));

        Assert.Equal(
            ("n", ";a;", "v", "c", 1),
            ((string)body!["name"]!, (string)body["owners"]!, (string)body["visitors"]!, (string)body["freq"]!,
                (int)body["type"]!));
        Assert.Equal("""[{"key":"k","value":"1"}]""", (string)body["parameters"]!);
    }

    [Theory]
    [InlineData("\"taskId\":\"1\",\"x\":{deep}", "\"taskId\":\"1\",\"x\":{deep}")]
    [InlineData("\"taskName\":\"\\ud800\"", "\"taskName\":\"\\ud800\"")]
    [InlineData("\"task_id\":1,\"task_id\":2,\"taskId\":3", "\"taskId\":\"3\"")]
    public async Task Save_sends_every_node_that_can_be_read_as_it_came(string node, string expected)
    {
        var deep = new string('[', 70) + new string(']', 70);
        var answer = """{"code":0,"data":{"flowId":1,"graph":{"tasks":[{NODE}]}}}""".Replace(
            "NODE", node, StringComparison.Ordinal).Replace("{deep}", deep, StringComparison.Ordinal);
        var gateway = new StubGateway(Reply.Json(answer));
        using var connection = Connect.To(gateway);
        var client = new FlowClient(connection);
        var loaded = await client.LoadFlowForEditAsync(1);

        await client.SaveFlowAsync(loaded, new FlowChanges());

        Assert.Contains($"\"tasks\":[{{{expected.Replace("{deep}", deep, StringComparison.Ordinal)}}}]",
            gateway.Bodies[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":0,"data":{"flowId":1,"flowName":"a","graph":"{broken"}}""")]
    [InlineData("""{"code":0,"data":{"flowId":1,"flowName":"a"}}""")]
    [InlineData("""{"code":0,"data":{"flowName":"a","graph":"{}"}}""")]
    public async Task A_flow_is_never_saved_without_its_graph_or_id(string answer)
    {
        var gateway = new StubGateway(Reply.Json(answer));
        using var connection = Connect.To(gateway);
        var client = new FlowClient(connection);
        var loaded = await client.LoadFlowForEditAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SaveFlowAsync(loaded, new FlowChanges()));
        Assert.DoesNotContain(
            gateway.Requests, request => request.RequestUri!.Query.Contains("save", StringComparison.Ordinal));
    }

    [Theory]
    [Covers("Enable Flow"), Covers("Disable Flow")]
    [InlineData("enable")]
    [InlineData("disable")]
    public async Task Enable_and_disable_send_the_documented_body(string action)
    {
        var (sent, body) = await Documented.CallAsync($"{action}-flow.response", client => action == "enable"
            ? client.EnableFlowAsync(3377)
            : client.DisableFlowAsync(3377));

        Assert.Equal($"POST /flows?action={action}", sent);
        Documented.AssertIs($"{action}-flow.request", body);
    }

    [Fact, Covers("Delete Flow")]
    public async Task Delete_is_a_GET_that_is_sent_once()
    {
        var (sent, body) = await Documented.CallAsync("delete-flow.response", client => client.DeleteFlowAsync(3377));

        Assert.Equal("GET /flows?action=delete&flowId=3377", sent);
        Assert.Null(body);
    }
}
