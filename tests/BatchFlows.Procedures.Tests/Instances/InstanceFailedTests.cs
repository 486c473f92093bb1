using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows.Procedures.Tests;

public class InstanceFailedTests
{
    [Fact]
    public void The_failure_names_the_tasks_that_failed()
    {
        var run = JsonBody.Parse("""
            {"instanceId":"1-2","flowName":"f","status":"FAIL","graph":{"tasks":[
              {"taskName":"a","status":"FAIL"},{"taskName":"b","status":"TIMEOUT"},{"taskName":"c","status":"INIT"},{"taskName":"d","status":"SUCCESS"}]}}
            """u8.ToArray()).Root;

        var failure = new InstanceFailedException(new FlowInstance(run, new Origin("test", ServerZone.Unknown)));

        Assert.Equal(
            "The run 1-2 of flow 'f' ended as FAIL. Failed tasks: a (FAIL), b (TIMEOUT). See why: "
                + "Get-BatchFlowTaskLog -FlowInstanceId 1-2 -Failed -Tail 20.", failure.Message);
    }
}
