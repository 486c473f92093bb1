using System;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

public class TriggerOperationTests
{
    private static readonly DateTimeOffset TriggerTime = DateTimeOffset.FromUnixTimeMilliseconds(1574385824000);
    private static readonly ParameterList Parameters = new(new System.Collections.Hashtable { ["REPLACE"] = "ddee" });

    [Fact, Covers("Trigger Flow")]
    public async Task Trigger_sends_the_documented_body_and_gives_the_answered_id()
    {
        var (id, sent, body) = await Documented.CallAsync(
            "trigger-flow.response", client => client.TriggerFlowAsync(3377, TriggerTime));

        Assert.Equal(("POST /flows?action=trigger", "2791-19700101000000"), (sent, id));
        Documented.AssertIs("trigger-flow.request", body);
    }

    [Fact, Covers("Trigger Flow From Task")]
    public async Task Trigger_from_task_sends_the_documented_body()
    {
        var (id, sent, body) = await Documented.CallAsync(
            "trigger-flow-from-task.response", client =>
                client.TriggerFlowFromTaskAsync(3377, 108580, DateTimeOffset.FromUnixTimeMilliseconds(1594016819108)));

        Assert.Equal(("POST /flows?action=triggerFromTask", "3377-20200706062600"), (sent, id));
        Documented.AssertIs("trigger-flow-from-task.request", body);
    }

    [Fact, Covers("Update And Trigger Flow")]
    public async Task Update_and_trigger_sends_the_documented_body()
    {
        var (id, sent, body) = await Documented.CallAsync("update-and-trigger-flow.response",
            client => client.UpdateAndTriggerFlowAsync(3377, Parameters, TriggerTime));

        Assert.Equal(("POST /flows?action=updateAndTrigger", "2791-19700101000000"), (sent, id));
        Documented.AssertIs("update-and-trigger-flow.request", body);
    }
}
