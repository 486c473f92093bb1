using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using CsCheck;

namespace BatchFlows.Client.Tests;

/// <summary>Calls whose names a service or something before it may read as those of a documented change.</summary>
public class SpellingTests
{
    private static readonly Func<string, string>[] OfParts =
    [
        name => name, name => name.ToUpperInvariant(), name => name.ToLowerInvariant(), Escape, name => name + "/",
        name => "/" + name, name => "./" + name, name => "x/../" + name, name => "x\\..\\" + name,
        name => "../v2.1/" + name, name => "%2e%2e/v2.1/" + name, name => name + "/.", name => name + "/x/..",
        name => name + "?", name => name + "#x", name => name + ";x=1", name => name + ".json", name => name + " ",
        name => "\t" + name, name => name + "\n", name => name + "%00", name => name + "&x=1", name => name + "\u0000",
        name => $"//localhost/batch-processing-service/v2.1/{name}", name => "\uFEFF" + name,
        name => name.Replace('s', '\u017F'), name => $"/batch-processing-service/v2.1/{name}",
    ];

    private static readonly Gen<Func<string, string>> Spelling =
        Gen.OneOfConst(OfParts).Array[1, 3].Select(ways => (Func<string, string>)(name =>
            ways.Aggregate(name, (spelled, way) => way(spelled))));

    [Fact]
    public Task A_documented_change_passes_no_connection_for_reading_only_however_it_is_spelled()
    {
        var changes = FlowClient.DocumentedCalls.Where(call => call.IsChange == true).ToArray();
        return Gen.Select(Gen.OneOfConst(changes), Spelling, Spelling, Gen.Bool, Gen.Bool, Gen.Bool).SampleAsync(
            (change, collection, action, isPost, saysRead, hasBody) => IsRefusedAsync(
                new ApiCall(collection(change.Collection), action(change.Action))
                {
                    IsPost = isPost,
                    IsChange = saysRead ? false : null,
                    Body = hasBody ? "{\"flowId\":1}" : null,
                }), iter: 2000);
    }

    [Theory]
    [InlineData("Action")]
    [InlineData("ACTION")]
    [InlineData(" action")]
    [InlineData("action[]")]
    [InlineData("userid")]
    [InlineData("org_id")]
    public async Task A_parameter_that_a_service_may_take_for_one_of_ours_is_refused(string name) =>
        Assert.True(
            await IsRefusedAsync(new ApiCall("flows", "get")
            {
                Query = new Dictionary<string, object?> { [name] = "delete" },
            }));

    [Fact]
    public async Task A_documented_call_is_sent_in_the_documented_spelling()
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));
        using var connection = Connect.To(gateway);

        await new FlowClient(connection).CallAsync(new ApiCall("FLOWS", "GETMYFLOW"));

        Assert.Equal("getMyFlow", gateway.Calls.Single().Action);
        Assert.EndsWith("/flows", gateway.Requests.Single().RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>True when nothing was sent.</summary>
    private static async Task<bool> IsRefusedAsync(ApiCall call)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));
        using var connection = Connect.To(gateway, change: options => options with { IsReadOnly = true });
        try
        {
            await new FlowClient(connection).CallAsync(call);
        }
        catch (Exception e) when (e is ArgumentException or FlowServiceException
        { Kind: FailureKind.ConnectionReadOnly })
        {
            return gateway.Calls.IsEmpty;
        }

        return false;
    }

    private static string Escape(string name) => $"{name[..1]}%{(int)name[1]:x2}{name[2..]}";
}
