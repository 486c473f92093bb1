using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CsCheck;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Whatever is sent, however many send it at once, the service answers as itself.</summary>
public class AnyCallTests
{
    private static readonly string[] Names =
    [
        "flowId", "taskId", "triggerTime", "parameters", "flowInstId", "flowName", "dirId", "flowJson", "desc",
        "parentId", "dirName", "type",
        "owner", "fromTriggerTime", "toTriggerTime", "status", "expression", "pagination", "pageNo", "pageSize",
        "sorters", "field", "order",
        "id", "name", "freq", "cycle", "alertMode", "doAs", "owners", "visitors", "active", "tasks", "flows",
        "relations", "nodeId", "source",
        "target", "x", "isVirtual", "taskName", "cmd", "links", "flowLinks", "linkRelations", "linkId", "\\ud800",
    ];

    private static readonly string[] Values =
    [
        "0", "1", "-1", "2924", "3001", "100001", "1.5", "1e999", "9223372036854775807", "99999999999999999999", "true",
        "null", "\"\"", "\"x\"",
        "\"2924\"", "\"249a33bd419a4710b1567f5088f8955b\"", "\"t_100001\"", "\"sleep 5\"", "\"[]\"", "\"\\ud800\"",
        "\"1,2\"", "\"updateTime\"",
    ];

    private static readonly Gen<string> Scalar = Gen.Int[0, Values.Length - 1].Select(i => Values[i]);

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    private static readonly Gen<string> Body = Object(Gen.OneOf(
        Scalar, Scalar, Object(Gen.OneOf(Scalar, ListOf(Object(Scalar)))), ListOf(Object(Scalar)), ListOf(Scalar)));

    private static Gen<string> Object(Gen<string> value) => Gen.Select(Name, value).Array[0, 20].Select(
        fields => "{" + string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}")) + "}");

    private static Gen<string> ListOf(Gen<string> value) =>
        value.Array[0, 3].Select(items => $"[{string.Join(',', items)}]");

    [Fact]
    public async Task Every_body_gets_an_answer_of_the_service()
    {
        var desk = Desk.Fresh();
        await desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 2924 });
        var operations = Desk.Operations.ToArray();
        await Gen.Select(Gen.Int[0, operations.Length - 1], Body).SampleAsync(async (operation, body) =>
        {
            var code = (int)(await desk.SendAsync(operations[operation], [], body))["code"]!;
            return code is 0 or 62102 or 62104;
        }, iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var desk = Desk.Fresh();
        foreach (var operation in Desk.Posts)
            Assert.Equal(62102, (int)(await desk.SendAsync(operation, [], body))["code"]!);
    }

    [Fact]
    public async Task Of_many_who_trigger_the_same_minute_one_succeeds()
    {
        var (service, _, caller) = Caller.Fresh();
        var body = new JsonObject { ["flowId"] = 2924, ["triggerTime"] = 0 }.ToJsonString();
        (string, string)[] query =
            [("action", "trigger"), ("userId", Desk.Administrator), ("orgId", service.OrganizationId)];
        var request = caller.Sign(await caller.TokenAsync(), "POST", "flows", query, body);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => service.HandleAsync(request))));
        Assert.Equal(49, answers.Count(answer => (int)Caller.Json(answer)!["code"]! == 62102));
    }
}
