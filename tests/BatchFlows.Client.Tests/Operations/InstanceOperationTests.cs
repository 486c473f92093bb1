using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Client.Tests;

public class InstanceOperationTests
{
    [Fact, Covers("Get Flow Instance")]
    public async Task Get_gives_the_documented_run_and_its_graph()
    {
        var (run, sent, _) = await Documented.CallAsync(
            "get-flow-instance.response", client => client.GetFlowInstanceAsync("2809-20190808093200"));

        Assert.Equal("GET /flowInstances?action=get&flowInstId=2809-20190808093200", sent);
        Assert.Equal(("2809-20190808093200", 2809L, "21", InstanceStatus.Success, "SUCCESS"),
            (run.FlowInstanceId, run.FlowId, run.FlowName, run.Status, run.StatusText));
        Assert.Equal((TimeSpan.FromSeconds(2), "2019-08-07", AlertMode.Email | AlertMode.Sms),
            (run.Duration, run.BusinessDate?.Text, run.AlertMode));
        Assert.Equal(("0 0 0 * * ? *", "D", "yourDoAs", "yourOwners"),
            (run.Cron, run.Cycle, run.Submitter, run.Owners.Single()));
        Assert.Equal((false, true, true), (run.IsVirtual, run.CanEdit, run.CanRead));
        var task = run.Graph.Tasks.Single();
        Assert.Equal(("tass", 104890L, "104890-20190808093200", InstanceStatus.Success),
            (task.TaskName, task.TaskId, task.TaskInstanceId, task.Status));
        Assert.Equal(("2809-20190808093200", 2809L), (task.FlowInstanceId, task.FlowId));
        Assert.True(run.IsEnded);
        Assert.False(run.IsFailed);
    }

    [Fact, Covers("List Flow Instances")]
    public async Task List_sends_the_documented_body_and_gives_the_documented_page()
    {
        var query = new FlowInstanceQuery(FlowType.Periodic, DateTimeOffset.FromUnixTimeMilliseconds(1573648355000),
            DateTimeOffset.FromUnixTimeMilliseconds(1573698120000))
        {
            Statuses = [InstanceStatus.Success],
        };

        var (page, sent, body) = await Documented.CallAsync(
            "list-flow-instances.response", client =>
                client.ListFlowInstancesAsync(query, new Page(1, 10, new Sorter("updateTime"))));

        Assert.Equal(("POST /flowInstances?action=search", 2L), (sent, page.Count));
        Documented.AssertIs("list-flow-instances.request", body);
        Assert.Equal(["2809-20190812080700 False", "2957-20190812075600 False"],
            page.Instances.Select(run => $"{run.FlowInstanceId} {run.IsCancelled}"));
        Assert.Equal("tass", page.Instances[0].Graph.Tasks.Single().TaskName);
        Assert.All(page.Instances, run => Assert.True(run.IsEnded)); // though the nodes of lists have no status
    }

    [Fact]
    public async Task An_empty_list_is_empty()
    {
        var query = new FlowInstanceQuery(FlowType.Manual, default, DateTimeOffset.MaxValue);

        var (page, _, _) = await Documented.CallAsync(
            "list-flow-instances.response.variant-empty", client => client.ListFlowInstancesAsync(query, new Page(1)));

        Assert.Empty(page.Instances);
    }

    [Fact, Covers("Cancel Flow Instance")]
    public async Task Cancel_sends_the_documented_body()
    {
        var (sent, body) = await Documented.CallAsync(
            "cancel-flow-instance.response", client => client.CancelFlowInstanceAsync("2438-201908081020"));

        Assert.Equal("POST /flowInstances?action=cancel", sent);
        Documented.AssertIs("cancel-flow-instance.request", body);
    }

    [Fact, Covers("Get Task Instance")]
    public async Task Get_task_instance_gives_the_documented_run()
    {
        var (run, sent, _) = await Documented.CallAsync(
            "get-task-instance.response", client => client.GetTaskInstanceAsync("118979-2021020211"));

        Assert.Equal("GET /taskInstances?action=get&taskInstId=118979-2021020211", sent);
        Assert.Equal(("118979-2021020211", "8435-2021020211", 118979L, "DataIntegration"),
            (run.TaskInstanceId, run.FlowInstanceId, run.TaskId, run.TaskName));
        Assert.Equal((InstanceStatus.Success, "SUCCESS", 1L, 0L, 3L, 0L),
            (run.Status, run.StatusText, run.RunNumber, run.RetryCount, run.RetryLimit, run.RetryInterval));
        Assert.Equal(
            (300L, false, 7L, "H", "echo hi"), (run.Timeout, run.IsTimeout, run.Type.Number, run.Cycle, run.Command));
        Assert.Equal((0.6, 1.1, false, false), (run.RunMode.Cpu, run.RunMode.Memory, run.Alert, run.IsPreRun));
        Assert.Equal(new TimeSpan(0, 2, 43), run.Duration);
        Assert.Null(run.SyncType);
        Assert.Null(run.Cron);
    }

    [Fact, Covers("Get Task Instance Log")]
    public async Task Get_log_gives_the_documented_text()
    {
        var (log, sent, _) = await Documented.CallAsync(
            "get-task-instance-log.response", client => client.GetTaskInstanceLogAsync("104452-201908080322", 5000));

        Assert.Equal("GET /taskInstances?action=getLog&maxLength=5000&taskInstId=104452-201908080322", sent);
        Assert.Equal(8, log.Split('\n').Length - 1);
        Assert.EndsWith("\nuuu\n", log, StringComparison.Ordinal);
    }
}
