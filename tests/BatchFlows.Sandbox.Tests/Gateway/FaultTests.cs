using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class FaultTests
{
    [Theory]
    [InlineData(SandboxFault.Html, 200, "text/html")]
    [InlineData(SandboxFault.Redirect, 307, "text/html")]
    [InlineData(SandboxFault.TooManyRequests, 429, "application/json")]
    [InlineData(SandboxFault.TooManyRequestsWithSeconds, 429, "application/json")]
    [InlineData(SandboxFault.TooManyRequestsWithDate, 429, "application/json")]
    [InlineData(SandboxFault.InternalServerError, 500, "application/json")]
    [InlineData(SandboxFault.BadGateway, 502, "text/html")]
    [InlineData(SandboxFault.ServiceUnavailable, 503, "application/json")]
    [InlineData(SandboxFault.Unauthorized, 401, "application/json")]
    [InlineData(SandboxFault.ExpiredToken, 200, "application/json")]
    [InlineData(SandboxFault.ServiceFailed, 200, "application/json")]
    public async Task A_fault_answers_in_place_of_the_service_or_of_the_token_service(
        SandboxFault fault, int status, string contentType)
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.InjectFault(fault);
        service.InjectTokenFault(fault);
        foreach (var answer in new[] { await service.HandleAsync(request), await caller.PostTokenAsync("get", "") })
        {
            Assert.Equal(status, answer.Status);
            Assert.Equal(contentType + ";charset=UTF-8", answer.ContentType);
            Assert.Equal(SandboxDelivery.Whole, answer.Delivery);
            Assert.Contains("Date", answer.Headers.Keys);
        }
    }

    [Fact]
    public async Task Faults_are_worded_as_documented()
    {
        var (service, _, caller) = Caller.Fresh();
        async Task<SandboxResponse> Under(SandboxFault fault)
        {
            service.InjectFault(fault);
            return await caller.ExportAsync();
        }

        Sample.AssertIs("error-gateway-429.response", await Under(SandboxFault.TooManyRequests));
        Sample.AssertIs("error-gateway-401.response", await Under(SandboxFault.Unauthorized));
        Sample.AssertIs("error-token-1203.response", await Under(SandboxFault.ExpiredToken));
        Sample.AssertIs("error-62109-internal.response", await Under(SandboxFault.ServiceFailed));
        Assert.Equal(62103, (int)Caller.Json(await Under(SandboxFault.AccessDenied))!["code"]!);
        Assert.Equal("0", (await Under(SandboxFault.TooManyRequests)).Headers["Retry-After"]);
        Assert.Equal("2", (await Under(SandboxFault.TooManyRequestsWithSeconds)).Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_date_to_wait_for_is_by_the_gateways_clock()
    {
        var (service, _, caller) = Caller.Fresh();
        service.ClockSkew = TimeSpan.FromMinutes(10);
        service.InjectFault(SandboxFault.TooManyRequestsWithDate);
        var answer = await caller.ExportAsync();
        Assert.Equal("Sun, 13 Sep 2020 12:36:40 GMT", answer.Headers["Date"]);
        Assert.Equal("Sun, 13 Sep 2020 12:36:42 GMT", answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_redirect_leads_where_it_is_set_to()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.Redirect, 2);
        Assert.Equal("https://login.example.com/authorize?state=1", (await caller.ExportAsync()).Headers["Location"]);
        service.RedirectTarget = new("http://127.0.0.1:1/a");
        Assert.Equal("http://127.0.0.1:1/a", (await caller.ExportAsync()).Headers["Location"]);
    }

    [Fact]
    public async Task The_token_service_has_no_code_for_a_right_that_is_missing_and_so_the_gateway_denies()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectTokenFault(SandboxFault.AccessDenied);
        var answer = await caller.PostTokenAsync("get", caller.TokenBody().ToJsonString());
        Assert.Equal((403, """{"message":"Your IP address is not allowed"}"""),
            (answer.Status, Encoding.UTF8.GetString(answer.Body)));
    }

    [Fact]
    public async Task A_wrong_content_type_is_all_that_is_wrong()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.WrongContentType);
        var answer = await caller.ExportAsync();
        Assert.Equal((200, "text/plain"), (answer.Status, answer.ContentType));
        Sample.AssertIs("export-flow.response", answer);
    }

    [Fact]
    public async Task A_token_service_that_fails_says_so_in_its_own_words()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectTokenFault(SandboxFault.ServiceFailed);
        Assert.Equal(1005, (int)(await caller.TokenAnswerAsync("get", caller.TokenBody()))["status"]!);
    }

    [Fact]
    public async Task An_answer_cut_or_dropped_is_whole_in_the_service_and_marked_for_the_transport()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.CutBody);
        service.InjectFault(SandboxFault.DropAfter);
        service.InjectFault(SandboxFault.DropBefore);
        var (cut, dropped, unanswered) = (
            await caller.ExportAsync(), await caller.ExportAsync(), await caller.ExportAsync());

        Assert.Equal(SandboxDelivery.Cut, cut.Delivery);
        Sample.AssertIs("export-flow.response", cut);
        Assert.Equal(SandboxDelivery.Drop, dropped.Delivery);
        Sample.AssertIs("export-flow.response", dropped);
        Assert.Equal(SandboxDelivery.Drop, unanswered.Delivery);
    }

    [Theory]
    [InlineData(SandboxFault.SlowDrip, SandboxDelivery.Drip)]
    [InlineData(SandboxFault.EndlessBody, SandboxDelivery.Endless)]
    public async Task What_goes_wrong_on_the_way_is_marked_for_the_transport(
        SandboxFault fault, SandboxDelivery delivery)
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(fault);
        var answer = await caller.ExportAsync();
        Assert.Equal(delivery, answer.Delivery);
        Sample.AssertIs("export-flow.response", answer);
    }

    [Fact]
    public async Task Work_is_done_before_the_answer_is_lost_and_not_done_when_the_call_is()
    {
        var (service, _, caller) = Caller.Fresh();
        var used = caller.TokenBody();
        service.InjectTokenFault(SandboxFault.DropAfter);
        await caller.PostTokenAsync("get", used.ToJsonString());
        Assert.Equal(1001, (int)(await caller.TokenAnswerAsync("get", used))["status"]!);

        var unused = caller.TokenBody();
        service.InjectTokenFault(SandboxFault.DropBefore);
        await caller.PostTokenAsync("get", unused.ToJsonString());
        Assert.Equal(0, (int)(await caller.TokenAnswerAsync("get", unused))["status"]!);
    }

    [Theory]
    [InlineData(SandboxFault.LateTooManyRequests, SandboxFault.TooManyRequests)]
    [InlineData(SandboxFault.LateServiceUnavailable, SandboxFault.ServiceUnavailable)]
    [InlineData(SandboxFault.LateUnauthorized, SandboxFault.Unauthorized)]
    [InlineData(SandboxFault.LateExpiredToken, SandboxFault.ExpiredToken)]
    public async Task A_late_refusal_looks_like_an_early_one_and_the_work_is_done(
        SandboxFault late, SandboxFault early)
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectTokenFault(early);
        var refused = await caller.PostTokenAsync("get", caller.TokenBody().ToJsonString());

        var used = caller.TokenBody();
        service.InjectTokenFault(late);
        var answer = await caller.PostTokenAsync("get", used.ToJsonString());

        Assert.Equal((refused.Status, Encoding.UTF8.GetString(refused.Body)),
            (answer.Status, Encoding.UTF8.GetString(answer.Body)));
        Assert.Equal(1001, (int)(await caller.TokenAnswerAsync("get", used))["status"]!);
    }

    [Fact]
    public async Task Malformed_JSON_is_the_beginning_of_the_answer()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.MalformedJson);
        var malformed = await caller.ExportAsync();
        var whole = await caller.ExportAsync();

        Assert.ThrowsAny<JsonException>(() => Caller.Json(malformed));
        Assert.StartsWith(
            Encoding.UTF8.GetString(malformed.Body), Encoding.UTF8.GetString(whole.Body), StringComparison.Ordinal);
        Assert.NotEmpty(malformed.Body);
        Assert.Equal(200, malformed.Status);
    }

    [Fact]
    public async Task An_empty_body_is_empty()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.EmptyBody);
        var answer = await caller.ExportAsync();
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_when_it_is_cancelled()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.Hang);
        var request = await caller.ExportRequestAsync();
        using var cancel = new CancellationTokenSource();
        var call = service.HandleAsync(request, cancel.Token);

        Assert.False(call.IsCompleted);
        Assert.Equal(1, service.InFlight);
        await cancel.CancelAsync();
        await Task.WhenAny(call);
        Assert.True(call.IsCanceled);
        Assert.Equal(0, service.InFlight);
    }

    [Fact]
    public async Task Faults_happen_in_the_order_they_were_asked_for_and_then_it_is_over()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.ServiceUnavailable, 2);
        service.InjectFault(SandboxFault.BadGateway);
        foreach (var status in new[] { 503, 503, 502, 200 }) Assert.Equal(status, (await caller.ExportAsync()).Status);
    }

    [Fact]
    public async Task Faults_of_the_service_leave_token_calls_alone_and_the_reverse()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.InternalServerError);
        Assert.Equal(200, (await caller.PostTokenAsync("get", caller.TokenBody().ToJsonString())).Status);
        Assert.Equal(500, (await caller.ExportAsync()).Status);

        var request = await caller.ExportRequestAsync();
        service.InjectTokenFault(SandboxFault.InternalServerError);
        Assert.Equal(200, (await service.HandleAsync(request)).Status);
        Assert.Equal(500, (await caller.PostTokenAsync("get", "")).Status);
    }

    [Fact]
    public async Task A_fault_can_wait_for_the_calls_of_one_operation()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.BadGateway, operation: "Get Timezone");
        service.InjectFault(SandboxFault.ServiceUnavailable);
        Assert.Equal(503, (await caller.ExportAsync()).Status);
        Assert.Equal(200, (await caller.ExportAsync()).Status);
        var timezone = caller.Sign(await caller.TokenAsync(), "GET", "time", [("action", "getTimeZone")]);
        Assert.Equal(502, (await service.HandleAsync(timezone)).Status);
        Assert.Equal(200, (await service.HandleAsync(timezone)).Status);
    }

    [Theory]
    [InlineData(SandboxFault.CutPage, 1, 4, "0,1")]
    [InlineData(SandboxFault.CutPage, 2, 4, "2,3")]
    [InlineData(SandboxFault.CutPage, 3, 1, "2")]
    [InlineData(SandboxFault.CutPage, 9, 4, "")]
    [InlineData(SandboxFault.PageAfterAddition, 1, 2, "0,1")]
    [InlineData(SandboxFault.PageAfterAddition, 2, 2, "1,2")]
    [InlineData(SandboxFault.PageAfterDeletion, 1, 2, "0,1")]
    [InlineData(SandboxFault.PageAfterDeletion, 2, 2, "3,4")]
    public async Task Pages_of_both_lists_are_cut_and_shifted(SandboxFault fault, int page, int size, string expected)
    {
        var desk = Desk.Fresh();
        foreach (var operation in new[] { "Search Flow", "List Flow Instances" })
        {
            var all = await ItemsAsync(operation, Pages.Of(1, 100));
            desk.Service.InjectFault(fault);

            var found = await ItemsAsync(operation, Pages.Of(page, size));

            Assert.Equal(
                expected.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(index => int.Parse(index, CultureInfo.InvariantCulture))
                    .Where(index => index < all.Length).Select(index => all[index]),
                found);
        }

        async Task<string[]> ItemsAsync(string operation, JsonObject body)
        {
            foreach (var (name, value) in new (string, JsonNode)[]
            {
                ("type", 1), ("owner", ""), ("status", ""), ("fromTriggerTime", 0), ("toTriggerTime", desk.Now),
            }) body[name] = value;
            var data = await desk.DataAsync(operation, body);
            return [.. (data as JsonArray ?? data["flowInsts"]!.AsArray()).Select(item => item!.ToJsonString())];
        }
    }

    [Fact]
    public void A_fault_for_no_operation_is_a_mistake() =>
        Assert.Throws<ArgumentException>(
            () => new SandboxService().InjectFault(SandboxFault.Hang, operation: "Get Flows"));

    [Fact]
    public void A_fault_for_no_call_is_a_mistake()
    {
        var service = new SandboxService(TimeProvider.System);
        Assert.Throws<ArgumentOutOfRangeException>(() => service.InjectFault(SandboxFault.Hang, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => service.InjectTokenFault(SandboxFault.Hang, -1));
    }

    [Fact]
    public async Task Faults_that_wait_are_listed_with_what_is_left_of_their_count()
    {
        var (service, _, caller) = Caller.Fresh();
        service.InjectFault(SandboxFault.Html, count: int.MaxValue, operation: "Trigger Flow");
        service.InjectFault(SandboxFault.BadGateway, count: 2);

        Assert.Equal(502, (await caller.ExportAsync()).Status);

        Assert.Equal(
            ["Html (2147483647 calls of Trigger Flow)", "BadGateway (1 call of any operation)"],
            service.Faults.Select(fault => $"{fault}"));
        Assert.Equal(502, (await caller.ExportAsync()).Status);
        Assert.Equal(200, (await caller.ExportAsync()).Status);
        Assert.Single(service.Faults);
    }

    [Fact]
    public async Task Cleared_faults_happen_to_no_call()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.InjectFault(SandboxFault.BadGateway, count: 3);
        service.InjectTokenFault(SandboxFault.BadGateway, count: 3);

        service.ClearFaults();

        Assert.Empty(service.Faults);
        Assert.Equal(200, (await service.HandleAsync(request)).Status);
        Assert.Equal(200, (await caller.PostTokenAsync("get", "")).Status);
    }
}
