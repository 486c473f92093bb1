using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;

namespace BatchFlows.Client.Tests;

/// <summary>What a connection lets through that is for reading only, or whose changes are to be confirmed.</summary>
public class ProtectedTests
{
    public static TheoryData<string> Calls() =>
        [.. FlowClient.DocumentedCalls.Select(call => $"{call.Collection} {call.Action}"), "flows unheardOf"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Only_what_reads_or_is_confirmed_passes_a_protected_connection(string name)
    {
        var call = Named(name);

        Assert.Equal(FlowClient.IsChange(call) ? FailureKind.ConnectionProtected : null,
            await TryAsync(call, isReadOnly: false, isConfirmed: false));
        Assert.Null(await TryAsync(call, isReadOnly: false, isConfirmed: true));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_is_confirmed_on_a_connection_for_reading_only(string name)
    {
        var call = Named(name);

        Assert.Equal(FlowClient.IsChange(call) ? FailureKind.ConnectionReadOnly : null,
            await TryAsync(call, isReadOnly: true, isConfirmed: true));
    }

    private static ApiCall Named(string name)
    {
        var parts = name.Split(' ');
        return FlowClient.DocumentedCalls.FirstOrDefault(call => (call.Collection, call.Action) == (parts[0], parts[1]))
            ?? new ApiCall(parts[0], parts[1]);
    }

    private static async Task<FailureKind?> TryAsync(ApiCall call, bool isReadOnly, bool isConfirmed)
    {
        var gateway = new StubGateway(Reply.Json("""{"code":0}"""));
        using var connection = Connect.To(
            gateway, change: options => options with { IsReadOnly = isReadOnly, IsProtected = true });
        var client = new FlowClient(connection);
        FailureKind? kind = null;
        try
        {
            await (isConfirmed ? client.Confirmed() : client).CallAsync(call);
        }
        catch (FlowServiceException e)
        {
            kind = e.Kind;
        }

        Assert.Equal(kind is null ? 1 : 0, gateway.Requests.Count);
        return kind;
    }
}
