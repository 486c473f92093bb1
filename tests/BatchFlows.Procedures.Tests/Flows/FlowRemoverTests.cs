using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;
using BatchFlows.Sandbox;

namespace BatchFlows.Procedures.Tests;

public class FlowRemoverTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_refusal_names_what_depends_on_the_flow_on_whichever_page()
    {
        var service = new SandboxService(_clock);
        service.AddFlows(120);
        service.PutFlow(9999, """{"name":"last","flowLinks":[{"linkId":"0","sourceFlowName":"etl_meter_readings"}]}""");
        using var connection = Connect.To(service, _clock);

        var failure = await Assert.ThrowsAsync<FlowHasDependentsException>(
            () => RemoverFor(connection).DeleteAsync(3001));

        Assert.Equal((FailureKind.StateForbidsOperation, 62104, "Delete Flow", 1),
            (failure.Kind, failure.Code, failure.Operation, failure.Attempts));
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

        await RemoverFor(connection).DeleteAsync(2924);

        Assert.Equal(["Delete Flow"], service.CallCounts.Where(count => count.Value > 0).Select(count => count.Key));
    }

    [Theory]
    [InlineData("action=export", "could not be searched: Export Flow")]
    [InlineData("action=search", "could not be searched: Search Flow")]
    public async Task A_search_that_fails_leaves_the_refusal_as_it_is_and_says_why(string refused, string why)
    {
        var failure = await Assert.ThrowsAnyAsync<FlowServiceException>(() => DeleteAsync(3001, refused));

        Assert.Equal(
            (FailureKind.StateForbidsOperation, 62104, "Delete Flow"), (failure.Kind, failure.Code, failure.Operation));
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("User has no privilege.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_may_not_be_looked_into_hides_no_other_and_is_counted()
    {
        var failure = await Assert.ThrowsAsync<FlowHasDependentsException>(() => DeleteAsync(3001, "flowId=3004"));

        Assert.Equal([3003, 3005], failure.Dependents.Select(flow => flow.FlowId));
        Assert.Contains(". 1 flow could not be looked at.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_that_may_not_be_looked_into_do_not_pass_for_such_that_do_not_depend()
    {
        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => DeleteAsync(3001, "flowId=3003", "flowId=3004", "flowId=3005"));

        Assert.Equal(FailureKind.StateForbidsOperation, failure.Kind);
        Assert.Contains("No dependent flow was found. 3 flows could not be looked at.", failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_is_gone_meanwhile_depends_on_nothing()
    {
        var failure = await Assert.ThrowsAsync<FlowHasDependentsException>(
            () => DeleteAsync(3001, 62102, "flowId=3004"));

        Assert.DoesNotContain("looked at", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_refusals_of_a_command_share_one_search()
    {
        var service = new SandboxService(_clock);
        service.AddFlows(120);
        using var connection = Connect.To(service, _clock);
        var remover = RemoverFor(connection);

        var failures = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => FailAsync(remover)));

        Assert.All(failures, failure => Assert.Equal([3003, 3004, 3005], failure.Dependents.Select(f => f.FlowId)));
        Assert.InRange(service.CallCounts["Export Flow"], 120, 150);
        Assert.InRange(service.CallCounts["Search Flow"], 1, 5);
    }

    [Fact]
    public async Task Among_too_many_flows_nothing_is_searched_unless_asked_for()
    {
        var service = new SandboxService(_clock);
        service.AddFlows(600);
        using var connection = Connect.To(service, _clock);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => RemoverFor(connection).DeleteAsync(3001));

        Assert.Contains("-FindDependents", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.CallCounts.GetValueOrDefault("Export Flow"));
        Assert.InRange(service.CallCounts["Search Flow"], 1, 12);
        await FailAsync(RemoverFor(connection, int.MaxValue));
    }

    [Fact]
    public async Task A_flow_that_was_deleted_meanwhile_is_named_no_more()
    {
        var service = new SandboxService(_clock);
        service.PutFlow(9998, """{"name":"a","flowLinks":[{"linkId":"0","sourceFlowName":"etl_meter_readings"}]}""");
        using var connection = Connect.To(service, _clock);
        var remover = RemoverFor(connection);

        Assert.Contains(9998, (await FailAsync(remover)).Dependents.Select(flow => flow.FlowId));
        await remover.DeleteAsync(9998);
        Assert.DoesNotContain(9998, (await FailAsync(remover)).Dependents.Select(flow => flow.FlowId));
    }

    private static Task<FlowHasDependentsException> FailAsync(FlowRemover remover) =>
        Assert.ThrowsAsync<FlowHasDependentsException>(() => remover.DeleteAsync(3001));

    private static FlowRemover RemoverFor(FlowConnection connection, int most = AllDefinitions.CheapFlows)
    {
        var client = new FlowClient(connection);
        return new FlowRemover(client, new DependentSearch(new AllDefinitions(client, most)));
    }

    private Task DeleteAsync(long flowId, params string[] refused) => DeleteAsync(flowId, 62103, refused);

    private async Task DeleteAsync(long flowId, int code, params string[] refused)
    {
        using var inner = new HttpMessageInvoker(new SandboxHandler(new SandboxService(_clock)));
        using var connection = Connect.To(
            new StubGateway(async (call, cancellationToken) =>
                refused.Any(part => call.Request.RequestUri!.Query.Contains(part, StringComparison.Ordinal))
                ? Reply.Refusal(code, "User has no privilege.")
                : await inner.SendAsync(call.Request, cancellationToken)),
            _clock);
        await RemoverFor(connection).DeleteAsync(flowId);
    }
}
