using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

/// <summary>What is read where the documents disagree.</summary>
public class AnswerTests
{
    [Theory, Disagreement(7)]
    [InlineData("3381")]
    [InlineData("3381.0")]
    [InlineData("\"3381\"")]
    [InlineData("\"3381.0\"")]
    [InlineData("3.381e3")]
    public async Task IDs_are_numbers_texts_and_floats(string id)
    {
        var flow = (
            await Served.CallAsync($$"""[{"flowId":{{id}},"flowName":"n"}]""", client => client.GetMyFlowsAsync()))
                .Single();
        var imported = await Served.CallAsync($$"""{"flowId":{{id}}}""",
            client => client.ImportFlowAsync(new FlowImport("n", "d", new FlowDefinition())));
        var directory = (
            await Served.CallAsync(
                $$"""[{"title":"Workflow","isDirectory":true,"children":[{"title":"n","key":{{id}},"isDirectory":false}]}]""",
                client => client.ListDirectoriesAsync())).Single();
        var task = (
            await Served.CallAsync($$$"""{"graph":{"tasks":[{"taskId":{{{id}}}}]}}""",
                client => client.GetFlowAsync(1))).Graph.Tasks.Single();

        Assert.Equal(
            (3381L, 3381L, 3381L, 3381L), (flow.FlowId, imported, directory.Flows.Single().FlowId, task.TaskId));
    }

    [Theory, Disagreement(8), Disagreement(9)]
    [InlineData("7", 7, "DATA_SYNCHRONIZATION")]
    [InlineData("\"COMMAND\"", null, "COMMAND")]
    [InlineData("9", 9, "EXTERNAL_APP")]
    [InlineData("1", 1, "WORMHOLE")]
    [InlineData("77", 77, "77")]
    public async Task The_type_of_a_task_is_a_number_or_a_word(string type, int? number, string name)
    {
        var run = await Served.CallAsync($$"""{"type":{{type}}}""", client => client.GetTaskInstanceAsync("1"));

        Assert.Equal(((long?)number, name), (run.Type.Number, run.Type.Name));
    }

    [Theory, Disagreement(10)]
    [InlineData("\"[{\\\"key\\\":\\\"a\\\",\\\"value\\\":\\\"1\\\"}]\"", "a=1")]
    [InlineData("""[{"key":"a","value":1}]""", "a=1")]
    [InlineData("""{"a":"1"}""", "a=1")]
    [InlineData("""{"key":"a","value":"1"}""", "a=1")]
    [InlineData("""["a=1"]""", "a=1=")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    public async Task Parameters_come_in_many_forms(string parameters, string expected)
    {
        var flow = await Served.CallAsync($$"""{"parameters":{{parameters}}}""", client => client.GetFlowAsync(1));
        var run = await Served.CallAsync(
            $$"""{"parameters":{{parameters}}}""", client => client.GetFlowInstanceAsync("1"));

        Assert.Equal((expected, expected), (flow.Parameters.ToString(), run.Parameters.ToString()));
    }

    [Fact, Disagreement(11)]
    public async Task A_graph_is_text_or_an_object()
    {
        var (flow, _, _) = await Documented.CallAsync(
            "get-flow.response.variant-graph-object", client => client.GetFlowAsync(3560));

        Assert.Equal("tass", flow.Graph.Tasks.Single().TaskName);
    }

    [Fact, Disagreement(11)]
    public async Task A_graph_that_is_escaped_twice_is_read_as_well()
    {
        var flow = await Served.CallAsync(
            """{"graph":"\"{\\\"tasks\\\":[{\\\"taskName\\\":\\\"t\\\"}]}\""}""", client => client.GetFlowAsync(1));

        Assert.Equal("t", flow.Graph.Tasks.Single().TaskName);
    }

    [Theory, Disagreement(12)]
    [InlineData("\"{\\\"tasks\\\":[{\\\"taskName\\\":\"")]
    [InlineData("\"nonsense\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_graph_that_cannot_be_read_is_kept_and_fails_nothing(string graph)
    {
        var flow = await Served.CallAsync($$"""{"flowName":"n","graph":{{graph}}}""", client => client.GetFlowAsync(1));

        Assert.Equal((0, "n"), (flow.Graph.Tasks.Count, flow.FlowName));
        Assert.Contains(graph, flow.ToJson(), StringComparison.Ordinal);
    }

    [Theory, Disagreement(13)]
    [InlineData("get-flow-instance.response.variant-mixed-case")]
    [InlineData("get-flow-instance.response.variant-snake-case")]
    public async Task Names_in_graphs_are_in_camel_case_or_snake_case(string sample)
    {
        var (run, _, _) = await Documented.CallAsync(
            sample, client => client.GetFlowInstanceAsync("2438-201907261239"));

        var task = run.Graph.Tasks.Single();
        Assert.Equal(("fr", 104452L, "104452-201907261239", "t_104452"),
            (task.TaskName, task.TaskId, task.TaskInstanceId, task.NodeId));
    }

    [Fact, Disagreement(13)]
    public async Task Names_elsewhere_may_be_in_snake_case_too()
    {
        var run = await Served.CallAsync(
            """{"instance_id":"1-2","flow_id":"1","flow_name":"n","status":"RUNNING","trigger_time":"2020-01-01 00:00:00","has_edit_pri":1}""",
            client => client.GetFlowInstanceAsync("1-2"));

        Assert.Equal(("1-2", 1L, "n", InstanceStatus.Running, true),
            (run.FlowInstanceId, run.FlowId, run.FlowName, run.Status, run.CanEdit));
        Assert.NotNull(run.TriggerTime?.Instant);
    }

    [Fact, Disagreement(13)]
    public async Task Names_in_definitions_may_be_in_snake_case_and_are_written_back_as_they_came()
    {
        var flow = await Served.CallAsync(
            """{"name":"n","alert_mode":3,"tasks":[{"name":"t","retry_limit":2,"run_mode":"{\"max_parallel\":4}"}]}""",
            client => client.ExportFlowAsync(1));
        var task = flow.Tasks.Single();
        Assert.Equal((3, 2L, 4L), ((int)flow.AlertMode!, task.RetryLimit, task.RunMode.MaxParallel));

        (flow.AlertMode, task.RetryLimit, task.RunMode.MaxParallel) = (AlertMode.Off, 5, 6);

        Assert.Equal(
            """{"name":"n","alert_mode":0,"tasks":[{"name":"t","retry_limit":5,"run_mode":"{\"max_parallel\":6}"}]}""",
            flow.ToJson());
    }

    [Theory, Disagreement(16)]
    [InlineData("""{"name":"t"}""")]
    [InlineData("""[{"name":"t"}]""")]
    [InlineData(""" "[{\"name\":\"t\"}]" """)]
    public async Task The_parts_of_a_definition_may_be_one_object_and_JSON_text(string tasks)
    {
        var flow = await Served.CallAsync($$"""{"tasks":{{tasks}}}""", client => client.ExportFlowAsync(1));

        Assert.Equal("t", flow.Tasks.Single().TaskName);
        Assert.Equal($$"""{"tasks":{{tasks.Trim()}}}""", flow.ToJson());
    }

    [Theory, Disagreement(14)]
    [InlineData("{\"cpu\":0.5}")]
    [InlineData("\"{\\\"cpu\\\":\\\"0.5\\\"}\"")]
    public async Task A_run_mode_is_text_or_an_object(string runMode) =>
        Assert.Equal(
            0.5, (await Served.CallAsync(
                $$"""{"runMode":{{runMode}}}""", client => client.GetTaskInstanceAsync("1"))).RunMode.Cpu);

    [Theory, Disagreement(15)]
    [InlineData(";a;b;")]
    [InlineData("a;b")]
    [InlineData(" a; b;")]
    public async Task Owners_are_separated_by_semicolons(string owner) =>
        Assert.Equal(["a", "b"],
            (await Served.CallAsync($$"""{"owner":"{{owner}}"}""", client => client.GetFlowAsync(1))).Owners);

    [Fact, Disagreement(16)]
    public async Task A_single_object_may_come_in_a_list_and_a_list_as_its_only_object()
    {
        var (run, _, _) = await Documented.CallAsync(
            "get-task-instance.response.variant-array", client => client.GetTaskInstanceAsync("118979-2021020211"));
        var flows = await Served.CallAsync("""{"flowId":1,"flowName":"n"}""", client => client.GetMyFlowsAsync());
        var runs = await Served.CallAsync("""{"flowInsts":"[{\"instanceId\":\"1-2\"}]","count":"1"}""", client =>
            client.ListFlowInstancesAsync(new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)));
        var id = await Served.CallAsync(
            """[{"flowInstanceId":"1-2"}]""", client => client.TriggerFlowAsync(1, default));

        Assert.Equal(("DataIntegration", "n", "1-2", "1-2"),
            (run.TaskName, flows.Single().FlowName, runs.Instances.Single().FlowInstanceId, id));
    }

    [Theory, Disagreement(16)]
    [InlineData("""{"flowInsts":[{"instanceId":"1-2"},{"instanceId":"1-3"}],"count":2}""")]
    [InlineData("""[{"flowInsts":[{"instanceId":"1-2"},{"instanceId":"1-3"}],"count":2}]""")]
    [InlineData("""["{\"flow_insts\":[{\"instanceId\":\"1-2\"},\"{\\\"instanceId\\\":\\\"1-3\\\"}\"]}"]""")]
    [InlineData("""[{"instanceId":"1-2"},{"instanceId":"1-3"}]""")]
    public async Task A_page_of_runs_comes_in_many_forms(string data)
    {
        var page = await Served.CallAsync(
            data, client =>
                client.ListFlowInstancesAsync(new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)));

        Assert.Equal(["1-2", "1-3"], page.Instances.Select(run => run.FlowInstanceId));
    }

    [Theory, Disagreement(16)]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task An_empty_list_may_be_an_empty_text_or_null(string data)
    {
        Assert.Empty(await Served.CallAsync(data, client => client.GetMyFlowsAsync()));
        Assert.Empty(await Served.CallAsync(data, client => client.ListDirectoriesAsync()));
        Assert.Empty(
            (await Served.CallAsync(
                data, client =>
                    client.ListFlowInstancesAsync(
                        new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)))).Instances);
    }

    [Fact, Disagreement(16)]
    public async Task Objects_and_lists_may_be_written_as_JSON_text()
    {
        var flow = await Served.CallAsync(
            """ "{\"flowId\":1,\"flowName\":\"n\"}" """, client => client.GetFlowAsync(1));
        var flows = await Served.CallAsync(
            """ "[\"{\\\"flowId\\\":1}\",{\"flowId\":2}]" """, client => client.GetMyFlowsAsync());
        var log = await Served.CallAsync(""" "12" """, client => client.GetTaskInstanceLogAsync("1"));

        Assert.Equal(("n", "12"), (flow.FlowName, log));
        Assert.Equal([1L, 2L], flows.Select(item => item.FlowId));
    }

    [Theory, Disagreement(17)]
    [InlineData("""{"code":0,"msg":"OK","data":1}""")]
    [InlineData("""{"code":"0","msg":"OK","data":"1"}""")]
    [InlineData("""{"status":0,"msg":" Success","data":1.0}""")]
    [InlineData("""{"stauts":0,"msg":"SUCCESS","data":"1.0"}""")]
    public async Task The_status_has_three_names(string answer)
    {
        using var connection = Connect.To(new StubGateway(Reply.Json(answer)));

        Assert.Equal(1, (await new FlowClient(connection).GetCurrentTimeAsync()).ToUnixTimeMilliseconds());
    }

    [Fact, Disagreement(20)]
    public async Task The_answered_id_counts_not_the_asked_one()
    {
        var (loaded, _, _) = await Documented.CallAsync(
            "load-flow-for-edit.response", client => client.LoadFlowForEditAsync(2791));
        var (saved, _, _) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));
        var (run, _, _) = await Documented.CallAsync(
            "trigger-flow.response", client => client.TriggerFlowAsync(3377, default));

        Assert.Equal((2515L, 2841L, "2791-19700101000000"), (loaded.FlowId, saved, run));
    }

    [Fact, Disagreement(23)]
    public async Task The_id_of_a_run_is_text_whatever_it_looks_like()
    {
        var run = await Served.CallAsync("""{"instanceId":280920190808093200,"graph":{"inst_id":2809}}""",
            client => client.GetFlowInstanceAsync("x"));

        Assert.Equal("280920190808093200", run.FlowInstanceId);
    }

    [Fact, Disagreement(24)]
    public async Task A_file_of_the_tree_may_have_floats_for_its_key_and_type()
    {
        var (roots, _, _) = await Documented.CallAsync(
            "list-workflow-directories.response.variant-float-key", client => client.ListDirectoriesAsync());

        Assert.Equal((3381L, "newdir", DirectoryType.Workflow),
            (roots.Single().Flows.Single().FlowId, roots.Single().Flows.Single().FlowName, roots.Single().Type));
    }

    [Fact, Disagreement(25)]
    public async Task A_run_is_shown_as_the_service_tells_it_also_when_that_makes_no_sense()
    {
        var (run, _, _) = await Documented.CallAsync("get-flow-instance.response.variant-mixed-case",
            client => client.GetFlowInstanceAsync("2438-201907261239"));

        Assert.Equal((InstanceStatus.Init, "INIT", false), (run.Status, run.StatusText, run.IsEnded));
        Assert.Equal(
            ("2019-07-26 12:39:42", InstanceStatus.Success), (run.EndTime?.Text, run.Graph.Tasks.Single().Status));
    }

    [Fact, Disagreement(26)]
    public async Task Times_are_read_in_the_servers_zone_and_say_where_that_cannot_be()
    {
        var (run, _, _) = await Documented.CallAsync("get-flow-instance.response.variant-mixed-case",
            client => client.GetFlowInstanceAsync("2438-201907261239"));

        Assert.Equal(new DateTimeOffset(2019, 7, 26, 20, 39, 0, TimeSpan.FromHours(8)), run.TriggerTime?.Instant);
        Assert.Equal(("2019-07-26 20:39:00", false), (run.TriggerTime?.Text, run.TriggerTime?.IsAmbiguous));
        // eight hours before it was triggered?
        Assert.Equal(("2019-07-26 12:39:37", true), (run.StartTime?.Text, run.StartTime?.IsAmbiguous));
        Assert.True(run.EndTime?.IsAmbiguous);
    }

    [Fact, Disagreement(26)]
    public async Task Without_a_known_zone_a_time_is_no_moment()
    {
        using var connection = Connect.To(new StubGateway(
            Reply.Sample("get-flow-instance.response"),
            Reply.Sample("error-62109-internal.response")));

        var run = await new FlowClient(connection).GetFlowInstanceAsync("2809-20190808093200");

        Assert.Equal((null, true, new DateTime(2019, 8, 8, 9, 32, 30)),
            (run.StartTime?.Instant, run.StartTime?.IsAmbiguous, run.StartTime?.Value));
    }

    [Theory, Disagreement(27)]
    [InlineData("Tue Feb 02 17:35:00 CST 2021", null)]
    [InlineData("Tue Feb 02 17:35:00 UTC 2021", 17)]
    [InlineData("Tue Feb 2 17:35:00 GMT 2021", 17)]
    public async Task The_creation_of_a_task_instance_is_a_java_date(string text, int? hour)
    {
        var run = await Served.CallAsync($$"""{"timeStamp":"{{text}}"}""", client => client.GetTaskInstanceAsync("1"));

        Assert.Equal((text, new DateTime(2021, 2, 2, 17, 35, 0), hour is null),
            (run.CreateTime?.Text, run.CreateTime?.Value, run.CreateTime?.IsAmbiguous));
        Assert.Equal(hour, run.CreateTime?.Instant?.UtcDateTime.Hour);
    }

    [Fact, Disagreement(27)]
    public async Task The_creation_of_a_flow_instance_is_a_time_with_a_fraction()
    {
        var (run, _, _) = await Documented.CallAsync(
            "get-flow-instance.response", client => client.GetFlowInstanceAsync("2809-20190808093200"));

        Assert.Equal(new DateTime(2019, 8, 8, 9, 34, 36), run.CreateTime?.Value);
    }

    [Theory, Disagreement(31), Disagreement(32)]
    [InlineData(62102, "Instance not found")]
    [InlineData(62102, "Invalid taskInstId or it has no log")]
    [InlineData(62109, "No log found")]
    public async Task A_log_that_is_not_there_has_two_codes_and_three_messages(int code, string message)
    {
        using var connection = Connect.To(new StubGateway(Reply.Json($$"""{"code":{{code}},"msg":"{{message}}"}""")));

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).GetTaskInstanceLogAsync("1-2"));

        Assert.Equal(
            (FailureKind.InstanceNotFound, (long)code, message), (failure.Kind, failure.Code, failure.ServiceMessage));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact, Disagreement(33)]
    public async Task Fields_of_older_services_are_kept()
    {
        var flow = await Served.CallAsync(
            """{"flowName":"n","alertTo":"","appId":"7","old":[1]}""", client => client.GetFlowAsync(1));

        Assert.Equal(("", "7"), (flow.AlertTo, flow.AppId));
        Assert.Contains("\"old\":[1]", flow.ToJson(), StringComparison.Ordinal);
    }

    [Fact, Disagreement(38)]
    public async Task A_count_is_what_the_service_says()
    {
        var page = await Served.CallAsync("""{"flowInsts":[{"instanceId":"1-2"}],"count":"120"}""", client =>
            client.ListFlowInstancesAsync(new FlowInstanceQuery(FlowType.Manual, default, default), new Page(1)));

        Assert.Equal((1, 120L), (page.Instances.Count, page.Count));
    }
}
