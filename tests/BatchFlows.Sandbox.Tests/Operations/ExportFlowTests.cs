using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class ExportFlowTests
{
    [Fact]
    [Covers("Export Flow")]
    public async Task Flow_2924_is_answered_as_documented()
    {
        var answer = await Caller.Fresh().Caller.ExportAsync("2924");
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json;charset=UTF-8", answer.ContentType);
        Assert.Equal(SandboxDelivery.Whole, answer.Delivery);
        Sample.AssertIs("export-flow.response", answer);
    }

    [Fact]
    public async Task A_definition_goes_out_as_the_text_it_was_put_as()
    {
        var (service, _, caller) = Caller.Fresh();
        const string definition = "{ \"name\" : \"z\u00fc\\u0072ich\",\r\n\t\"timeout\": 1.50, \"timeout\": \"x\" }";
        service.PutFlow(7, definition);
        var answer = await caller.ExportAsync("7");
        Assert.Equal($$"""{"code":0,"msg":"OK","data":{{definition}}}""", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task A_seeded_flow_can_be_replaced_in_one_service_alone()
    {
        var (service, _, caller) = Caller.Fresh();
        service.PutFlow(2924, "{}");
        Assert.Equal("{}", Caller.Json(await caller.ExportAsync("2924"))!["data"]!.ToJsonString());
        Sample.AssertIs("export-flow.response", await Caller.Fresh().Caller.ExportAsync("2924"));
    }

    [Theory]
    [Covers("Export Flow", 62102)]
    [InlineData("0")]
    [InlineData("-2924")]
    [InlineData("+2924")]
    [InlineData(" 2924")]
    [InlineData("2924.0")]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("99999999999999999999")]
    [InlineData("4711")]
    public async Task A_flow_id_that_names_no_flow_is_refused(string flowId) =>
        AssertRefused(await Caller.Fresh().Caller.ExportAsync(flowId), 62102);

    [Fact]
    public async Task A_missing_flow_id_is_refused() => AssertRefused(await WithoutAsync("flowId"), 62102);

    [Theory]
    [InlineData("userId")]
    [InlineData("orgId")]
    public async Task A_missing_user_or_organisation_is_refused(string name) =>
        Sample.AssertIs("error-62101-user.response", await WithoutAsync(name));

    [Theory]
    [InlineData("userId")]
    [InlineData("orgId")]
    public async Task A_wrong_user_or_organisation_is_refused(string name)
    {
        var (service, _, caller) = Caller.Fresh();
        var query = Caller.ExportQuery("2924").Select(p => p.Name == name ? (name, "o1") : p).ToArray();
        Sample.AssertIs(
            "error-62101-user.response",
            await service.HandleAsync(caller.Sign(await caller.TokenAsync(), "GET", "flows", query)));
    }

    [Theory]
    [InlineData("POST", "flows", "export")]
    [InlineData("GET", "flow", "export")]
    [InlineData("GET", "Flows", "export")]
    [InlineData("GET", "flows", "Export")]
    [InlineData("GET", "flows", "")]
    public async Task An_operation_that_the_sandbox_does_not_have_is_not_found(
        string method, string collection, string action)
    {
        var (service, _, caller) = Caller.Fresh();
        var answer = await service.HandleAsync(
            caller.Sign(await caller.TokenAsync(), method, collection, [("action", action)]));
        Assert.Equal(404, answer.Status);
        Assert.NotNull(Caller.Json(answer)!["message"]);
    }

    [Fact]
    public void A_flow_needs_a_positive_id_and_a_definition()
    {
        var service = new SandboxService(TimeProvider.System);
        Assert.Throws<ArgumentOutOfRangeException>(() => service.PutFlow(0, "{}"));
        Assert.Throws<ArgumentNullException>(() => service.PutFlow(1, null!));
    }

    private static async Task<SandboxResponse> WithoutAsync(string name)
    {
        var (service, _, caller) = Caller.Fresh();
        var query = Caller.ExportQuery("2924").Where(p => p.Name != name).ToArray();
        return await service.HandleAsync(caller.Sign(await caller.TokenAsync(), "GET", "flows", query));
    }

    private static void AssertRefused(SandboxResponse answer, int code)
    {
        Assert.Equal(200, answer.Status);
        Assert.Equal(code, (int)Caller.Json(answer)!["code"]!);
        Assert.Equal("Flow validation exception", (string)Caller.Json(answer)!["msg"]!);
    }
}
