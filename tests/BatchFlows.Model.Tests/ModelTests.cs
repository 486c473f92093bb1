using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Tests;

public class ModelTests
{
    [Fact]
    public void The_documented_flow_is_read()
    {
        var flow = FlowDefinition.Parse(Sample.Data("export-flow.response"));

        Assert.Equal("nFlow", flow.FlowName);
        Assert.Equal("D", flow.Cycle);
        Assert.Equal("0 0 0 * * ? *", flow.Cron);
        Assert.Empty(flow.Parameters);
        Assert.Equal(AlertMode.Email | AlertMode.Sms, flow.AlertMode);
        Assert.Equal("yourSubmitter", flow.Submitter);
        Assert.Equal(["yourOwners"], flow.Owners);
        Assert.Equal(["yourVisitors"], flow.Visitors);
        Assert.Equal(";yourVisitors;", flow.Visitors.Text);
        Assert.Equal(FlowType.Periodic, flow.Type);
        Assert.Equal(SyncType.Data, flow.SyncType);
        Assert.Equal("ga", flow.Description);
        Assert.Equal(new System.DateTime(2019, 7, 24), flow.StartTime?.Value);

        var task = Assert.Single(flow.Tasks);
        Assert.Equal("tass", task.TaskName);
        Assert.Equal("nFlow", task.FlowName);
        Assert.Equal("default", task.Resource);
        Assert.Equal("COMMAND", task.Type.Name);
        Assert.Equal("echo 'hello'", task.Command);
        Assert.Equal(300, task.Timeout);
        Assert.Equal(3, task.RetryLimit);
        Assert.Equal(0, task.RetryInterval);
        Assert.Equal("0", task.SuccessCode);
        Assert.False(task.AsLink);
        Assert.Equal(TaskMode.Single, task.RunMode.TaskMode);
        Assert.Equal(0.5, task.RunMode.Cpu);
        Assert.Equal(1, task.RunMode.Memory);
    }

    [Fact]
    public void Links_and_relations_are_read_and_joined()
    {
        var flow = FlowDefinition.Parse(Sample.Data("export-flow.response.variant-all-structs"));

        Assert.Equal("jin", Assert.Single(flow.FlowLinks).SourceFlowName);
        var link = Assert.Single(flow.TaskLinks);
        Assert.Equal(("dw", "tass"), (link.SourceFlowName, link.SourceTaskName));
        Assert.Equal(["tass"], link.TargetTaskNames);
        var relation = Assert.Single(flow.Relations);
        Assert.Equal(("tass", "rf", true), (relation.SourceTaskName, relation.TargetTaskName, relation.Rerun));
        Assert.False(Assert.Single(flow.LinkRelations).Rerun);
    }

    [Theory]
    [InlineData("{\"timeout\":\"600\"}", 600L)]
    [InlineData("{\"timeout\":600.0}", 600L)]
    [InlineData("{\"timeout\":6e2}", 600L)]
    [InlineData("{\"timeout\":\" 600 \"}", 600L)]
    [InlineData("{\"timeout\":600.5}", null)]
    [InlineData("{\"timeout\":\"soon\"}", null)]
    [InlineData("{\"timeout\":null}", null)]
    [InlineData("{\"timeout\":1e400}", null)]
    [InlineData("{\"timeout\":[600]}", null)]
    [InlineData("{\"timeout\":99999999999999999999}", null)]
    [InlineData("{\"timeout\":\"99999999999999999999\"}", null)]
    [InlineData("{}", null)]
    public void Numbers_are_read_in_every_form(string task, long? expected) =>
        Assert.Equal(expected, FlowOf(task).Tasks[0].Timeout);

    [Theory]
    [InlineData("\"COMMAND\"", "COMMAND", null)]
    [InlineData("8", "PYTHON", 8L)]
    [InlineData("8.0", "PYTHON", 8L)]
    [InlineData("\"8\"", "PYTHON", 8L)]
    [InlineData("77", "77", 77L)]
    [InlineData("null", "", null)]
    public void Task_types_are_numbers_or_words(string json, string name, long? number)
    {
        var type = FlowOf($$"""{"type":{{json}}}""").Tasks[0].Type;

        Assert.Equal((name, number), (type.Name, type.Number));
    }

    [Theory]
    [InlineData("\"INTERNAL_ERROR\"", InstanceStatus.InternalError)]
    [InlineData("\" none \"", InstanceStatus.None)]
    [InlineData("\"2\"", InstanceStatus.Running)]
    [InlineData("99", (InstanceStatus)99)]
    [InlineData("\"SUCCESS,RUNNING\"", null)]
    [InlineData("\"1_\"", null)]
    [InlineData("\"\"", null)]
    public void Statuses_are_numbers_or_names_and_nothing_else(string json, InstanceStatus? expected) =>
        Assert.Equal(expected, InstanceStatuses.Read(JsonBody.Parse(Encoding.UTF8.GetBytes(json)).Root));

    [Fact]
    public void Text_in_text_is_opened_three_times_and_not_for_ever()
    {
        Assert.Equal(JsonValueKind.Array, Wrapped(3).AsNested().ValueKind);
        Assert.Equal(JsonValueKind.Undefined, Wrapped(4).AsNested().ValueKind);

        static JsonElement Wrapped(int times)
        {
            var text = "[]";
            for (; times > 1; times--) text = JsonSerializer.Serialize(text);
            return WireJson.ToElement(text);
        }
    }

    [Fact]
    public void Task_types_are_equal_by_name()
    {
        Assert.Equal(new TaskType(8), new TaskType("python"));
        Assert.NotEqual(new TaskType(3), new TaskType("COMMAND"));
        Assert.Equal(new TaskType(8).GetHashCode(), new TaskType("python").GetHashCode());
    }

    [Theory]
    [InlineData("\"[{\\\"key\\\":\\\"a\\\",\\\"value\\\":\\\"1\\\"}]\"", "a=1")]
    [InlineData("[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"value\":2}]", "a=1, b=2")]
    [InlineData("{\"a\":\"1\",\"b\":\"2\"}", "a=1, b=2")]
    [InlineData("[{\"a\":\"1\"}]", "a=1")]
    [InlineData("[\"a\"]", "a=")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"no json\"", "")]
    public void Parameters_are_read_in_every_form(string json, string expected) =>
        Assert.Equal(expected, FlowDefinition.Parse($$"""{"parameters":{{json}}}""").Parameters.ToString());

    [Theory]
    [InlineData("a;b", "a; b")]
    [InlineData(";a;b;", "a; b")]
    [InlineData("a;", "a")]
    [InlineData(" a ; b", "a; b")]
    [InlineData("", "")]
    public void User_lists_are_read_in_every_form(string text, string expected) =>
        Assert.Equal(expected, new UserList(text).ToString());

    [Theory]
    [InlineData("\"{\\\"cpu\\\":\\\"0.5\\\"}\"")]
    [InlineData("{\"cpu\":0.5}")]
    public void Run_modes_are_text_or_objects(string json) =>
        Assert.Equal(0.5, FlowOf($$"""{"runMode":{{json}}}""").Tasks[0].RunMode.Cpu);

    [Fact]
    public void An_unknown_enum_value_keeps_its_number()
    {
        var flow = FlowDefinition.Parse("""{"alertMode":9,"type":"7","syncType":4294967297}""");

        Assert.Equal((9, 7, (SyncType?)null), ((int)flow.AlertMode!, (int)flow.Type!, flow.SyncType));
    }

    [Theory]
    [InlineData("2019-07-24", "2019-07-24T00:00:00")]
    [InlineData("2019-08-08 20:39:00", "2019-08-08T20:39:00")]
    [InlineData("2019-08-08 20:39:00.0", "2019-08-08T20:39:00")]
    [InlineData("24.07.2019", null)]
    public void Times_are_read_without_a_zone(string text, string? expected)
    {
        var time = new ServiceTime(text);

        Assert.Equal(expected, time.Value?.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(System.DateTimeKind.Unspecified, time.Value?.Kind ?? System.DateTimeKind.Unspecified);
        Assert.Equal(text, time.ToString());
    }

    [Fact]
    public void What_is_set_is_written_in_the_documented_form_and_the_rest_stays()
    {
        var flow = FlowDefinition.Parse(
            """{"name":"old","owners":";a;","new":{"x":[1.0]},"tasks":[{"name":"t","timeout":"5","runMode":"{\"cpu\":1,\"y\":2}"}]}""");

        flow.FlowName = "new";
        flow.Parameters = new ParameterList(new List<object> { new FlowParameter("k", "v") });
        flow.Visitors = new UserList(new List<string> { "x", "y" });
        flow.AlertMode = AlertMode.Sms;
        flow.Tasks[0].RunMode.Cpu = 0.5;
        flow.Tasks.Add(new FlowTask { TaskName = "u", Type = new TaskType(8), AsLink = true });

        Assert.Equal(
            """{"name":"new","owners":";a;","new":{"x":[1.0]},"tasks":[{"name":"t","timeout":"5","runMode":"{\"cpu\":0.5,\"y\":2}"},{"name":"u","type":8,"asLink":true}],"parameters":"[{\"key\":\"k\",\"value\":\"v\"}]","visitors":"x;y","alertMode":2}""",
            flow.ToJson());
    }

    [Fact]
    public void A_field_may_be_set_any_number_of_times()
    {
        var task = new FlowTask();

        for (var i = 0; i <= 100_000; i++) task.Timeout = i;

        Assert.Equal("""{"timeout":100000}""", task.ToJson());
    }

    [Fact]
    public void A_changed_part_does_not_touch_its_siblings()
    {
        var flow = FlowDefinition.Parse("""{"tasks":[{"timeout":"1"},{"timeout":2.0}]}""");

        flow.Tasks[0].Timeout = 9;

        Assert.Equal("""{"tasks":[{"timeout":9},{"timeout":2.0}]}""", flow.ToJson());
    }

    [Fact]
    public void Parts_keep_the_order_they_are_given()
    {
        var flow = FlowDefinition.Parse("""{"tasks":[{"name":"a"},{"name":"b"}]}""");

        (flow.Tasks[0], flow.Tasks[1]) = (flow.Tasks[1], flow.Tasks[0]);

        Assert.Equal("""{"tasks":[{"name":"b"},{"name":"a"}]}""", flow.ToJson());
    }

    [Fact]
    public void A_part_of_another_flow_is_copied()
    {
        var one = FlowDefinition.Parse("""{"name":"one","tasks":[{"name":"a","x":1}]}""");
        var two = new FlowDefinition { FlowName = "two" };

        two.Tasks.Add(one.Tasks[0]);
        two.Tasks[0].TaskName = "b";

        Assert.Equal(("one", "two"), (one.Tasks[0].FlowName, two.Tasks[0].FlowName));
        Assert.Equal("""{"name":"one","tasks":[{"name":"a","x":1}]}""", one.ToJson());
        Assert.Equal("""{"name":"two","tasks":[{"name":"b","x":1}]}""", two.ToJson());
    }

    [Fact]
    public void A_run_mode_that_came_as_an_object_stays_one()
    {
        var flow = FlowDefinition.Parse("""{"tasks":{"runMode":{"cpu":1,"x":2}}}""");

        flow.Tasks[0].RunMode.Cpu = 2;

        Assert.Equal("""{"tasks":[{"runMode":{"cpu":2,"x":2}}]}""", flow.ToJson());
    }

    [Fact]
    public void Parameters_that_are_set_again_keep_what_is_not_known_of_them()
    {
        var flow = FlowDefinition.Parse("""{"parameters":"[{\"key\":\"a\",\"value\":2,\"new\":\"ä\"}]"}""");

        flow.Parameters = new ParameterList(new List<object> { flow.Parameters[0], "b=ä" });

        Assert.Equal("""{"parameters":"[{\"key\":\"a\",\"value\":2,\"new\":\"ä\"},{\"key\":\"b\",\"value\":\"ä\"}]"}""",
            flow.ToJson());
    }

    [Fact]
    public void Every_property_is_written_under_its_documented_name()
    {
        var other = new Dictionary<string, string>
        {
            ["FlowName"] = "name",
            ["TaskName"] = "name",
            ["Description"] = "desc",
            ["Command"] = "cmd",
            ["DataSourceId"] = "datasourceId",
        };
        JsonRecord[] records = [new FlowDefinition(), new FlowTask(), new TaskRelation(), new LinkRelation(),
            new FlowLink(), new TaskLink(), new FlowTask().RunMode];

        foreach (var type in records.Select(record => record.GetType()))
        {
            foreach (
                var property in type.GetProperties().Where(p => p.CanWrite
                    && p.Name is not ("Cpu" or "Memory")
                    || type == typeof(RunMode)
                    && p.CanWrite))
            {
                var record = type == typeof(RunMode)
                    ? new FlowTask().RunMode
                    : (JsonRecord)System.Activator.CreateInstance(type)!;
                property.SetValue(record, Value(property.PropertyType));

                using var json = System.Text.Json.JsonDocument.Parse(record.ToJson());
                var name = other.GetValueOrDefault(
                    property.Name, char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
                Assert.Equal(name, Assert.Single(json.RootElement.EnumerateObject()).Name);
                Assert.Equal($"{Value(property.PropertyType)}", $"{property.GetValue(record)}");
            }
        }

        static object Value(System.Type type) => (System.Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsEnum: true } choice => System.Enum.ToObject(choice, 1),
            var t when t == typeof(string) => "x",
            var t when t == typeof(long) => 7L,
            var t when t == typeof(double) => 0.1,
            var t when t == typeof(bool) => true,
            var t when t == typeof(UserList) => new UserList("a;b"),
            var t when t == typeof(ParameterList) => new ParameterList(new List<object> { "a=b" }),
            var t when t == typeof(ServiceTime) => new ServiceTime("2026-01-02"),
            var t when t == typeof(TaskType) => new TaskType(8),
            var t => throw new System.InvalidOperationException(t.Name),
        };
    }

    [Fact]
    public void A_removed_part_is_gone()
    {
        var flow = FlowDefinition.Parse("""{"tasks":[{"name":"a"},{"name":"b"}]}""");

        flow.Tasks.RemoveAt(0);

        Assert.Equal("""{"tasks":[{"name":"b"}]}""", flow.ToJson());
    }

    [Fact]
    public void Parts_added_to_a_flow_carry_its_keys()
    {
        var flow = new FlowDefinition { FlowName = "f" };
        flow.Tasks.Add(new FlowTask { TaskName = "t" });

        Assert.Equal("f", flow.Tasks[0].FlowName);
        Assert.Equal("""{"name":"f","tasks":[{"name":"t"}]}""", flow.ToJson());
    }

    [Fact]
    public void Indented_text_has_line_feeds_and_the_escapes_of_the_service() =>
        Assert.Equal(
            "{\n  \"name\": \"\\u00e9é📦\",\n  \"x\": [\n    \"y\",\n    1.50\n  ]\n}",
            FlowDefinition.Parse("{\"name\":\"\\u00e9é📦\",\"x\":[\"y\",1.50]}").ToJson(indented: true));

    [Fact]
    public void Lists_can_be_emptied_and_set_from_texts()
    {
        var flow = FlowDefinition.Parse("""{"owners":"a","parameters":"[]"}""");

        flow.Owners = null;
        flow.Parameters = new ParameterList(new List<object> { "k=v=w", new FlowParameter("a", "b") });

        Assert.Equal(
            """{"owners":null,"parameters":"[{\"key\":\"k\",\"value\":\"v=w\"},{\"key\":\"a\",\"value\":\"b\"}]"}""",
            flow.ToJson());
    }

    [Fact]
    public void Times_come_from_dates_and_become_dates()
    {
        Assert.Equal("2026-01-02", new ServiceTime(new System.DateTime(2026, 1, 2)).Text);
        Assert.Equal("2026-01-02 03:04:05", new ServiceTime(new System.DateTime(2026, 1, 2, 3, 4, 5)).Text);
        Assert.Equal(new System.DateTime(2026, 1, 2), (System.DateTime)new ServiceTime("2026-01-02"));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_kept()
    {
        var flow = FlowDefinition.Parse("""{"desc":"\ud800","name":"n"}""");

        Assert.Equal("\uFFFD", flow.Description);
        flow.FlowName = "m";
        Assert.Equal("""{"desc":"\ud800","name":"m"}""", flow.ToJson());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void Text_that_is_no_definition_is_refused(string text) =>
        Assert.Throws<System.FormatException>(() => FlowDefinition.Parse(text));

    [Fact]
    public void Concurrent_readers_see_the_same_parts()
    {
        var flow = FlowDefinition.Parse(Sample.Data("export-flow.response"));

        var seen = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8).Select(_ => flow.Tasks[0].RunMode)
            .Distinct();

        Assert.Single(seen);
    }

    private static FlowDefinition FlowOf(string task) => FlowDefinition.Parse($$"""{"tasks":[{{task}}]}""");
}
