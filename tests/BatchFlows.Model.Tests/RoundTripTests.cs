using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace BatchFlows.Model.Tests;

/// <summary>For any JSON object the service could send: what is read and written again is the same JSON.</summary>
public class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["äß;{}\"\\\n\t 1.e-"], 0, 12], Gen.Const(""),
        Gen.Int.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .Where(IsValidUnicode);

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int.Select(i => $"{i}"), Gen.Long.Select(i => $"{i}"), Gen.Byte.Select(i => $"{i}.0"),
        Gen.Byte.Select(i => $"{i}e2"), Gen.Const("0.1"), Gen.Const("1e400"));

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Text.Select(Quote), Number, Gen.Const("true"), Gen.Const("false"), Gen.Const("null"));

    private static readonly Gen<string> Any = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Scalar
        : Gen.OneOf(Scalar, inner.Array[0, 3].Select(ArrayOf), Gen.Select(Text, inner).Array[0, 3].Select(ObjectOf)));

    private static readonly Gen<string> NestedOrNot = Gen.OneOf(
        Any, Any.Select(Quote), Any.Select(Quote).Select(Quote));

    private static readonly string[] TaskFields =
    [
        "name", "resource", "type", "syncType", "cmd", "submitter", "filePackage", "cron", "priorityLevel", "timeout",
        "retryLimit",
        "retryInterval", "successCode", "asLink", "runMode", "waitCode",
    ];

    private static readonly string[] FlowFields =
    [
        "name", "cycle", "cron", "parameters", "alertMode", "submitter", "owners", "visitors", "type", "syncType",
        "desc", "startTime",
        "alertTo", "appId",
    ];

    private static readonly string[] PartFields = ["tasks", "flowLinks", "taskLinks", "relations", "linkRelations"];

    private static readonly string[] RecordFields =
    [
        "flowId", "flow_id", "flowName", "active", "createTime", "update_time", "freq", "cycle", "parameters", "owner",
        "visitor", "alertMode",
        "graph", "entry", "type", "startTime", "locked", "instanceId", "status", "statusDesc", "triggerTime", "endTime",
        "timestamp", "timeStamp",
        "calDt", "runMode", "runNum", "isTimeout", "tasks", "flows", "relations", "children", "title", "key",
        "isDirectory",
    ];

    private static readonly Origin Here = new("here", new ServerZone("GMT+8"));

    private static readonly Gen<string> Part = Object(
        [.. TaskFields, "linkId", "sourceFlowName", "sourceTaskName", "targetTaskName", "rerun"], NestedOrNot);

    private static readonly Gen<string> Flow = Gen.Select(
        Object(FlowFields, NestedOrNot),
        Object(PartFields, Gen.OneOf(Gen.OneOf(Part, Any).Array[0, 4].Select(ArrayOf), Part, Any)),
        Object(["x", "newField", "new_field", "flow_id"], Any),
        (known, parts, unknown) => Merge(known, parts, unknown));

    [Fact]
    public void Reading_and_writing_is_the_same_json() =>
        Flow.Sample(json => AssertSame(json, FlowDefinition.Parse(json).ToJson()), iter: 3000);

    [Fact]
    public void Looking_at_everything_changes_nothing() => Flow.Sample(
        json =>
        {
            var flow = FlowDefinition.Parse(json);
            LookAt(flow);
            AssertSame(json, flow.ToJson(indented: true));
        },
        iter: 3000);

    [Fact]
    public void Setting_one_field_leaves_all_others_as_they_came() => Gen.Select(Flow, Text).Sample(
        (json, name) =>
        {
            var flow = FlowDefinition.Parse(json);
            LookAt(flow);
            flow.FlowName = name;
            flow.Tasks.Add(new FlowTask { TaskName = name });
            flow.Tasks.RemoveAt(flow.Tasks.Count - 1);
            AssertSame(Merge(json, $$"""{"name":{{Quote(name)}}}"""), flow.ToJson());
        },
        iter: 3000);

    [Fact]
    public void Looking_at_whatever_the_service_lists_fails_nowhere_and_changes_nothing() =>
        Object(RecordFields, NestedOrNot).Sample(
        json =>
        {
            using var document = JsonDocument.Parse(json);
            JsonRecord[] records =
            [
                new Flow(document.RootElement, Here), new FlowInstance(document.RootElement, Here),
                new TaskInstance(document.RootElement, Here),
                new FlowGraph(document.RootElement, Here, 1, "n", "1-2"),
            ];
            foreach (var record in records)
            {
                LookAt(record);
                AssertSame(json, record.ToJson());
            }

            Assert.All(
                new FlowDirectory(document.RootElement, Here).Walk(), directory => Assert.NotNull(directory.Path));
        },
        iter: 1000);

    [Fact]
    public void What_is_set_is_read_again() =>
        Gen.Select(Text, Gen.Long, Gen.Double.Where(double.IsFinite), Gen.Bool).Sample(
        (text, integer, real, flag) =>
        {
            var flow = new FlowDefinition { FlowName = text };
            flow.Tasks.Add(new FlowTask { Command = text, Timeout = integer, AsLink = flag });
            flow.Tasks[0].RunMode.Cpu = real;

            var read = FlowDefinition.Parse(flow.ToJson());

            Assert.Equal(text, read.FlowName);
            Assert.Equal((text, integer, flag), (read.Tasks[0].Command, read.Tasks[0].Timeout, read.Tasks[0].AsLink));
            Assert.Equal(real, read.Tasks[0].RunMode.Cpu);
        });

    private static void LookAt(object? value)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum) return;
        if (value is System.Collections.IEnumerable items)
        {
            foreach (var item in items) LookAt(item);
            return;
        }

        if (value.GetType().Assembly != typeof(FlowDefinition).Assembly) return;
        foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            LookAt(property.GetValue(value));
    }

    private static void AssertSame(string expected, string actual)
    {
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");
    }

    private static Gen<string> Object(string[] names, Gen<string> value) =>
        Gen.Shuffle(names).SelectMany(order => value.Array[0, names.Length].Select(
            values => ObjectOf([.. values.Select((v, i) => (order[i], v))])));

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private static string ArrayOf(string[] items) => $"[{string.Join(',', items)}]";

    private static string ObjectOf((string Name, string Value)[] fields) =>
        $"{{{string.Join(',', fields.DistinctBy(f => f.Name).Select(f => $"{Quote(f.Name)}: {f.Value}"))}}}";

    private static string Merge(params string[] objects) => ObjectOf(
        [.. objects.SelectMany(o => JsonDocument.Parse(o).RootElement.EnumerateObject()).Reverse()
            .DistinctBy(p => p.Name).Reverse().Select(p => (p.Name, p.Value.GetRawText()))]);

    private static bool IsValidUnicode(string text) =>
        text == System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
