using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Client.Tests;

/// <summary>Calls that are named by their parts on the wire.</summary>
public class ApiCallTests
{
    [Fact]
    public void The_documented_calls_are_the_operations_and_those_that_change_something_are_known()
    {
        var documented = JsonNode.Parse(Sample.Text("operations.index"))!["operations"]!.AsArray()
            .Select(row => ((string)row!["path"]!, (string)row["action"]!, !(bool)row["readOnly"]!));

        Assert.Equal(
            documented.Order(), FlowClient.DocumentedCalls.Select(
                call => (call.Collection, call.Action, FlowClient.IsChange(call))).Order());
        Assert.All(FlowClient.DocumentedCalls,
            call => Assert.Equal(call.IsChange, FlowClient.IsChange(call with { IsChange = null })));
    }

    [Theory]
    [InlineData("flows", "get", null, false)]
    [InlineData("flows", "delete", null, true)]
    [InlineData("flows", "delete", false, true)] // it is documented as a change, whatever the caller says
    [InlineData("flows", "stroke", null, true)]
    [InlineData("flows", "stroke", false, false)]
    public void What_is_not_documented_counts_as_a_change_unless_the_caller_knows_better(
        string collection, string action, bool? isChange, bool expected) =>
        Assert.Equal(expected, FlowClient.IsChange(new ApiCall(collection, action) { IsChange = isChange }));

    [Fact]
    public async Task The_query_is_sent_as_plain_texts_beside_the_parameters_of_every_call()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await CallAsync(gateway, new ApiCall("flows", "stroke")
        {
            Query = new Dictionary<string, object?>
            {
                ["a"] = "b c",
                ["n"] = 1.5,
                ["f"] = true,
                ["t"] = DateTimeOffset.FromUnixTimeMilliseconds(7),
                ["s"] = InstanceStatus.Fail,
                ["no"] = null,
            },
        });

        Assert.Equal("?a=b%20c&n=1.5&f=true&t=7&s=-1&action=stroke&userId=u15426865866571&orgId=o1578468179",
            gateway.Requests.Single().RequestUri!.Query);
    }

    [Theory]
    [InlineData("delete", false)]
    [InlineData("disable", true)]
    public void A_documented_change_is_one_by_whichever_method(string action, bool isGet) =>
        Assert.True(FlowClient.IsChange(new ApiCall("flows", action) { IsPost = !isGet, IsChange = false }));

    [Theory]
    [InlineData("userId", "u")]
    [InlineData("a", new[] { 1 })]
    [InlineData("a", double.NaN)]
    [InlineData("a", float.NegativeInfinity)]
    public async Task A_query_that_cannot_be_sent_is_refused_before_it_is(string name, object value)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await Assert.ThrowsAsync<ArgumentException>(
            () => CallAsync(
                gateway, new ApiCall("flows", "get") { Query = new Dictionary<string, object?> { [name] = value } }));

        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData("{\"a\":[1,{\"b\":null}]}")]
    [InlineData(" {\"big\":123456789012345678901234567890,\"n\":1.50}")]
    public async Task A_body_of_text_is_sent_as_the_json_it_is(string body)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await CallAsync(gateway, new ApiCall("flows", "stroke") { Body = body });

        Assert.Equal((body.Trim(), "POST"), (gateway.Bodies.Single(), gateway.Requests.Single().Method.Method));
    }

    [Fact]
    public async Task A_body_of_plain_values_is_sent_as_json()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await CallAsync(gateway, new ApiCall("flows", "stroke")
        {
            Body = new Hashtable
            {
                ["a"] = new object?[] { 1L, 0.5m, 1e300, true, null, "ü\"", new Hashtable
                {
                    ["b"] = FlowType.Periodic }, new Uri("http://x/"),
                }
            },
        });

        Assert.Equal("""{"a":[1,0.5,1E+300,true,null,"ü\"",{"b":1},"http://x/"]}""", gateway.Bodies.Single());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData(7)]
    public async Task A_body_that_is_no_object_is_refused_before_anything_is_sent(object body)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await Assert.ThrowsAsync<ArgumentException>(
            () => CallAsync(gateway, new ApiCall("flows", "stroke") { Body = body }));

        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task Data_comes_back_as_plain_values()
    {
        var gateway = new StubGateway(
            Reply.Json("""{"code":0,"data":{"t":"x","n":1,"r":1.5,"f":true,"z":null,"l":[{"a":1},"b"]}}"""));

        var table = Assert.IsType<Dictionary<string, object?>>(await CallAsync(gateway, new ApiCall("flows", "get")));

        Assert.Equal(("x", 1L, 1.5, true, null), (table["t"], table["n"], table["r"], table["f"], table["z"]));
        var list = Assert.IsType<object?[]>(table["l"]);
        Assert.Equal((1L, "b"), (Assert.IsType<Dictionary<string, object?>>(list[0])["a"], list[1]));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-123456789012345678901234567890")]
    public async Task Integers_of_any_size_go_and_come_back_as_they_are(string number)
    {
        var gateway = new StubGateway(Reply.Json($$"""{"code":0,"data":{{number}}}"""));

        var data = await CallAsync(gateway, new ApiCall("flows", "stroke"));
        await CallAsync(gateway, new ApiCall("flows", "stroke") { Body = new Hashtable { ["n"] = data } });

        Assert.Equal(number, $"{data}");
        Assert.Equal($$"""{"n":{{number}}}""", gateway.Bodies[^1]);
    }

    [Fact]
    public async Task Unsigned_numbers_are_numbers()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));

        await CallAsync(gateway, new ApiCall("flows", "stroke") { Body = new Hashtable { ["n"] = ulong.MaxValue } });

        Assert.Equal("""{"n":18446744073709551615}""", gateway.Bodies.Single());
    }

    [Fact]
    public async Task A_value_that_is_none_is_refused_with_its_key_and_type()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));
        using var secret = Connect.Secure("x");

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => CallAsync(
                gateway,
                new ApiCall("flows", "stroke") { Body = new Hashtable { ["key"] = new object[] { secret } } }));

        Assert.Contains("'key'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("SecureString", failure.Message, StringComparison.Ordinal);
        Assert.Empty(gateway.Requests);
    }

    private static async Task<object?> CallAsync(StubGateway gateway, ApiCall call)
    {
        using var connection = Connect.To(gateway);
        return await new FlowClient(connection).CallAsync(call);
    }
}
