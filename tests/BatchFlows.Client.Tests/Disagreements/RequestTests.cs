using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

/// <summary>What is sent where the documents disagree.</summary>
public class RequestTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1573648355000);
    private static readonly FlowInstanceQuery Query = new(FlowType.Periodic, Start, Start.AddHours(1));
    private static readonly ParameterList Nothing = new(Array.Empty<FlowParameter>());
    private const string Refusal =
        """{"code":62102,"msg":"Illegal field, should be one of [create_time, update_time, start_time].","data":null}""";

    [Fact, Disagreement(1)]
    public async Task Sorter_fields_are_sent_in_camel_case_then_once_in_snake_case_which_is_remembered()
    {
        var gateway = new StubGateway(Reply.Json(Refusal), Reply.Sample("search-flow.response"));
        using var connection = Connect.To(gateway);
        var client = new FlowClient(connection);

        await client.SearchFlowsAsync(null, new Page(1, 10, new Sorter("startTime", IsDescending: true)));
        await client.SearchFlowsAsync(null, new Page(2, 10, new Sorter("updateTime")));

        Assert.Equal(["startTime", "start_time", "update_time"], gateway.Bodies.Select(FieldOf));
        Documented.AssertIs("search-flow.request.variant-snake-sorter", JsonNode.Parse(gateway.Bodies.ElementAt(1)));
    }

    [Theory, Disagreement(1)]
    [InlineData("error-62102-sorter.response", 2)]
    [InlineData("error-62103-privilege.response", 1)]
    [InlineData("error-62102-create-directory.response", 1)]
    public async Task A_list_is_asked_for_again_only_when_the_sorter_was_refused(string refusal, int calls)
    {
        var gateway = new StubGateway(Reply.Sample(refusal));
        using var connection = Connect.To(gateway);

        await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ListFlowInstancesAsync(Query, new Page(1, 10, new Sorter("triggerTime"))));

        Assert.Equal(calls, gateway.Requests.Count);
    }

    [Fact, Disagreement(1)]
    public async Task Raw_names_of_sorter_fields_are_sent_as_they_are()
    {
        var gateway = new StubGateway(Reply.Sample("search-flow.response"));
        using var connection = Connect.To(gateway);

        await new FlowClient(connection).SearchFlowsAsync(null, new Page(1, 10, new Sorter("create_time")));

        Assert.Equal("create_time", FieldOf(gateway.Bodies.Single()));
    }

    [Fact, Disagreement(2), Disagreement(3), Disagreement(4), Disagreement(5), Disagreement(6), Disagreement(37)]
    public async Task Lists_are_asked_for_from_page_1_with_all_fields_and_their_documented_names()
    {
        var (_, _, runs) = await Documented.CallAsync(
            "list-flow-instances.response", client => client.ListFlowInstancesAsync(Query, new Page(1)));
        var (_, _, flows) = await Documented.CallAsync(
            "search-flow.response", client => client.SearchFlowsAsync(null, new Page(1)));

        Assert.Equal(
            """{"type":1,"fromTriggerTime":1573648355000,"toTriggerTime":1573651955000,"status":"","owner":"","expression":"","pagination":{"pageNo":1,"pageSize":50}}""",
            runs!.ToJsonString());
        Assert.Equal("""{"expression":"","pagination":{"pageNo":1,"pageSize":50}}""", flows!.ToJsonString());
    }

    [Fact, Disagreement(4)]
    public async Task A_description_that_is_not_given_is_sent_empty()
    {
        var (_, _, body) = await Documented.CallAsync(
            "import-flow.response", client => client.ImportFlowAsync(new FlowImport("n", "d", new FlowDefinition())));

        Assert.Equal("", (string)body!["desc"]!);
    }

    [Fact, Disagreement(5)]
    public async Task Several_statuses_are_one_text_with_commas()
    {
        var query = Query with { Statuses = [InstanceStatus.Fail, InstanceStatus.Timeout] };

        var (_, _, body) = await Documented.CallAsync(
            "list-flow-instances.response", client => client.ListFlowInstancesAsync(query, new Page(1)));

        Assert.Equal("-1,7", (string)body!["status"]!);
    }

    [Theory, Disagreement(10)]
    [InlineData("update-and-trigger-flow.request.variant-string-parameters")]
    public async Task Parameters_of_one_run_are_sent_as_text_where_an_array_is_refused_and_that_is_remembered(
        string textForm)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":62102,"msg":"Incorrect parameter"}"""),
            Reply.Sample("update-and-trigger-flow.response"));
        using var connection = Connect.To(gateway);
        var client = new FlowClient(connection);
        var parameters = new ParameterList(new System.Collections.Hashtable { ["REPLACE"] = "ddee" });
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1574385824000);

        await client.UpdateAndTriggerFlowAsync(3377, parameters, time);
        await client.UpdateAndTriggerFlowAsync(3377, parameters, time);

        Assert.Equal(3, gateway.Bodies.Count);
        Documented.AssertIs("update-and-trigger-flow.request", JsonNode.Parse(gateway.Bodies[0]));
        Assert.All(gateway.Bodies.Skip(1), body => Documented.AssertIs(textForm, JsonNode.Parse(body)));
    }

    [Theory, Disagreement(10)]
    [InlineData("""{"code":62102,"msg":"do not trigger the same workflow repeatedly in 1 Minute."}""", 200)]
    [InlineData("""{"message":"Cannot process request body"}""", 400)]
    [InlineData("""{"code":62104,"msg":"This workflow has no task."}""", 200)]
    public async Task A_refusal_that_is_not_about_the_form_is_the_answer(string refusal, int status)
    {
        var gateway = new StubGateway(Reply.Json(refusal, (System.Net.HttpStatusCode)status));
        using var connection = Connect.To(gateway);

        await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).UpdateAndTriggerFlowAsync(1, Nothing, Start));

        Assert.Single(gateway.Requests);
    }

    [Fact, Disagreement(10)]
    public async Task A_service_that_took_an_array_once_is_not_sent_a_refused_run_again()
    {
        var gateway = new StubGateway(Reply.Sample("update-and-trigger-flow.response"),
            Reply.Json("""{"code":62102,"msg":"not twice in 1 minute"}"""));
        using var connection = Connect.To(gateway);
        var client = new FlowClient(connection);
        await client.UpdateAndTriggerFlowAsync(1, Nothing, Start);

        await Assert.ThrowsAsync<FlowServiceException>(() => client.UpdateAndTriggerFlowAsync(1, Nothing, Start));

        Assert.Equal(2, gateway.Requests.Count);
    }

    [Fact, Disagreement(18), Disagreement(34)]
    public async Task Delete_is_a_GET_in_upper_case_and_not_repeated_when_its_answer_is_lost()
    {
        var gateway = new StubGateway(Reply.Throw(new HttpRequestException("reset")));
        using var connection = Connect.To(gateway);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).DeleteFlowAsync(1));

        Assert.Equal((FailureKind.OutcomeUnknown, "GET"), (failure.Kind, gateway.Requests.Single().Method.Method));
        Assert.All(Operations.All, operation => Assert.True(operation.Method.Method is "GET" or "POST"));
    }

    [Fact, Disagreement(19)]
    public async Task Whether_an_import_is_allowed_is_left_to_the_service()
    {
        var gateway = new StubGateway(Reply.Sample("import-flow.response"));
        using var connection = Connect.To(gateway);

        await new FlowClient(connection)
            .ImportFlowAsync(new FlowImport("n", "d", new FlowDefinition { Owners = new UserList("somebody") }));

        Assert.Single(gateway.Requests);
    }

    [Fact, Disagreement(21), Disagreement(22)]
    public async Task A_saved_flow_has_all_arrays_its_date_and_an_account_also_when_they_were_not_loaded()
    {
        var loaded = await Served.CallAsync(
            """{"flowId":1,"flowName":"n","graph":"{}"}""", client => client.LoadFlowForEditAsync(1));

        var (_, _, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));

        Assert.Equal(("[]", "[]", "[]"),
            (body!["tasks"]!.ToJsonString(), body["flows"]!.ToJsonString(), body["relations"]!.ToJsonString()));
        Assert.Equal(("", "", "", "[]"),
            ((string)body["startTime"]!, (string)body["doAs"]!, (string)body["queue"]!, (string)body["parameters"]!));
    }

    [Fact, Disagreement(7)]
    public async Task The_nodes_of_a_saved_flow_have_the_documented_types_whatever_was_loaded()
    {
        const string graph =
            """{"tasks":[{"task_id":7.0,"task_name":"t","x":"0.5","new":1}],"flows":{"flowId":8,"isVirtual":"true"},"relations":[{"source":"a","target":"b","rerun":1}]}""";
        var loaded = await Served.CallAsync(
            $$"""{"flowId":"1.0","flowName":"n","graph":{{graph}}}""", client => client.LoadFlowForEditAsync(1));

        var (_, _, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));

        Assert.Equal(1, (long)body!["id"]!);
        Assert.Equal("""[{"taskId":"7","taskName":"t","x":0.5,"new":1}]""", body["tasks"]!.ToJsonString());
        Assert.Equal("""[{"flowId":"8","isVirtual":true}]""", body["flows"]!.ToJsonString());
        Assert.Equal("""[{"source":"a","target":"b","rerun":true}]""", body["relations"]!.ToJsonString());
    }

    [Fact, Disagreement(28), Disagreement(29), Disagreement(36)]
    public void Every_operation_has_its_action_in_the_query_and_a_name_and_path_without_blanks()
    {
        Assert.Equal(OperationTable.Errors.Count, Operations.All.Count);
        Assert.All(Operations.All, operation =>
        {
            Assert.Matches(
                "^batch-processing-service/v2.1/(flows|flowInstances|taskInstances|directories|time)$", operation.Path);
            Assert.Matches("^[a-zA-Z]+$", operation.Action!);
        });
        Assert.Equal("getTimeZone", Operations.GetTimezone.Action);
        Assert.Equal("listWorkFlowDirs", Operations.ListWorkflowDirectories.Action);
    }

    [Fact, Disagreement(30)]
    public async Task A_length_that_is_not_given_is_left_out()
    {
        var (_, sent, _) = await Documented.CallAsync(
            "get-task-instance-log.response", client => client.GetTaskInstanceLogAsync("1-2"));

        Assert.DoesNotContain("maxLength", sent, StringComparison.Ordinal);
    }

    [Fact, Disagreement(35)]
    public async Task The_timestamp_of_a_token_request_is_a_number()
    {
        var gateway = new StubGateway(call =>
            !call.IsToken ? Reply.Sample("get-current-time.response")
            : call.Arguments["timestamp"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? null
            : Reply.Status(400));
        using var connection = Connect.To(gateway);

        Assert.Equal(2019, (await new FlowClient(connection).GetCurrentTimeAsync()).Year);
    }

    private static string FieldOf(string body) =>
        (string)JsonNode.Parse(body)!["pagination"]!["sorters"]![0]!["field"]!;
}
