using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

public class FlowDependentsTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_refusal_names_what_depends_on_the_flow_on_whichever_page()
    {
        var service = new SandboxService(_clock);
        service.AddFlows(120);
        service.PutFlow(9999, """{"name":"last","flowLinks":[{"linkId":"0","sourceFlowName":"etl_meter_readings"}]}""");
        using var connection = Connect.To(service, _clock);

        var failure = await Assert.ThrowsAsync<FlowHasDependentsException>(() => new FlowDependents(new FlowClient(connection)).DeleteAsync(3001));

        Assert.Equal((FailureKind.StateForbidsOperation, 62104, "Delete Flow", 1), (failure.Kind, failure.Code, failure.Operation, failure.Attempts));
        Assert.Equal([3003, 3004, 3005, 9999], failure.Dependents.Select(flow => flow.FlowId));
        Assert.Contains("3003 'forecast_demand', ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(failure.ServiceMessage!, failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, service.CallCounts["Delete Flow"]);
    }

    [Fact]
    public async Task A_flow_on_which_nothing_depends_is_deleted_with_one_call()
    {
        var service = new SandboxService(_clock);
        using var connection = Connect.To(service, _clock);

        await new FlowDependents(new FlowClient(connection)).DeleteAsync(2924);

        Assert.Equal(["Delete Flow"], service.CallCounts.Where(count => count.Value > 0).Select(count => count.Key));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("search")]
    public async Task What_cannot_be_looked_at_leaves_the_refusal_as_it_is(string action)
    {
        var service = new SandboxService(_clock);
        using var inner = new HttpMessageInvoker(new SandboxHandler(service));
        using var connection = Connect.To(
            new Answering(async (request, cancellationToken) => request.RequestUri!.Query.Contains($"action={action}", StringComparison.Ordinal)
                ? ByAction.Refusal(62103, "User has no privilege.")
                : await inner.SendAsync(request, cancellationToken)),
            _clock);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => new FlowDependents(new FlowClient(connection)).DeleteAsync(3001));

        Assert.Equal(FailureKind.StateForbidsOperation, failure.Kind);
    }

    [Fact]
    public async Task A_flow_that_may_not_be_looked_into_hides_no_other()
    {
        var service = new SandboxService(_clock);
        using var inner = new HttpMessageInvoker(new SandboxHandler(service));
        using var connection = Connect.To(
            new Answering(async (request, cancellationToken) => request.RequestUri!.Query.Contains("flowId=3004", StringComparison.Ordinal)
                ? ByAction.Refusal(62103, "User has no privilege.")
                : await inner.SendAsync(request, cancellationToken)),
            _clock);

        var found = await new FlowDependents(new FlowClient(connection)).FindAsync(3001);

        Assert.Equal([3003, 3005], found.Select(flow => flow.FlowId));
    }
}
