using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

/// <summary>Objects and lists in other forms than the documented one.</summary>
public class FormTests
{
    [Theory]
    [InlineData("""{"tasks":[{"taskName":"a"}]}""", "a")]
    [InlineData("""[{"tasks":[{"taskName":"a"}]}]""", "a")]
    [InlineData("\"[{\\\"tasks\\\":[{\\\"taskName\\\":\\\"a\\\"}]}]\"", "a")]
    [InlineData("""[{"tasks":[{"taskName":"a"}]},{"tasks":[{"taskName":"b"}]}]""", null)]
    [InlineData("[]", null)]
    public async Task A_graph_may_stand_alone_in_an_array(string graph, string? task)
    {
        var flow = await Served.CallAsync($$"""{"flowId":1,"graph":{{graph}}}""", client => client.GetFlowAsync(1));

        Assert.Equal((task, task is not null), (flow.Graph.Tasks.SingleOrDefault()?.TaskName, flow.Graph.IsRead));
    }

    [Theory]
    [InlineData("""["a","b"]""")]
    [InlineData("\"[\\\"a\\\",\\\"b\\\"]\"")]
    [InlineData("\"a;b\"")]
    public async Task Users_may_be_an_array(string users)
    {
        var flow = await Served.CallAsync(
            $$"""{"flowId":1,"flowName":"n","graph":"{}","owner":{{users}},"visitors":{{users}}}""", client =>
                client.LoadFlowForEditAsync(1));
        var run = await Served.CallAsync(
            $$"""{"flowInstanceId":"1","owner":{{users}}}""", client => client.GetFlowInstanceAsync("1"));
        var definition = FlowDefinition.Parse($$"""{"owners":{{users}},"visitors":{{users}}}""");

        Assert.All([flow.Owners, flow.Visitors, run.Owners, definition.Owners, definition.Visitors],
            list => Assert.Equal(["a", "b"], list));
        var (_, _, saved) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(flow, new FlowChanges()));
        Assert.Equal(("a;b", "a;b"), ((string)saved!["owners"]!, (string)saved["visitors"]!));
        Assert.Equal(users, JsonNode.Parse(definition.ToJson())!["owners"]!.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("[not json]")]
    [InlineData("[")]
    public void A_user_name_may_look_like_an_array(string name) =>
        Assert.Equal([name], FlowDefinition.Parse($$"""{"owners":"{{name}}"}""").Owners);

    [Theory]
    [InlineData("""[{"cpu":1}]""", """{"runMode":{"cpu":2}}""")]
    [InlineData("""{"cpu":1}""", """{"runMode":{"cpu":2}}""")]
    [InlineData("\"[{\\\"cpu\\\":1}]\"", "{\"runMode\":\"{\\\"cpu\\\":2}\"}")]
    public void A_run_mode_may_stand_alone_in_an_array(string runMode, string changed)
    {
        var task = FlowDefinition.Parse($$"""{"tasks":[{"runMode":{{runMode}}}]}""").Tasks[0];

        Assert.Equal(1, task.Cpu);
        task.Cpu = 2;
        Assert.Equal(changed, task.ToJson());
    }
}
