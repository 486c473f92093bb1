using System.Collections;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

public class FieldChangeTests
{
    private const string Data = """
        {"flowId":7,"flowName":"n","type":1,"freq":"c","cycle":"D","alertMode":1,"doAs":"s","owner":";a;","visitor":"","startTime":"2026-01-01",
        "desc":"","parameters":"[{\"key\":\"k\",\"value\":\"v\"}]"}
        """;

    [Fact]
    public async Task Each_field_is_told_that_becomes_another()
    {
        var flow = await Served.CallAsync(Data, client => client.GetFlowAsync(7));

        var changes = FieldChange.Of(flow, new FlowChanges
        {
            [nameof(Flow.FlowName)] = "N",
            [nameof(Flow.Type)] = FlowType.Manual,
            [nameof(Flow.Cron)] = "C",
            [nameof(Flow.Cycle)] = "mi",
            [nameof(Flow.AlertMode)] = AlertMode.Off,
            [nameof(Flow.Submitter)] = "S",
            [nameof(Flow.Owners)] = new UserList("b"),
            [nameof(Flow.Visitors)] = new UserList("c;d"),
            [nameof(Flow.StartTime)] = new ServiceTime("2026-01-02"),
            [nameof(Flow.Description)] = "d",
            [nameof(Flow.Queue)] = "q",
            [nameof(Flow.Parameters)] = new Hashtable { ["k"] = "w" },
        });

        Assert.Equal(
            [
                "FlowName: 'n' -> 'N'", "Type: 'Periodic' -> 'Manual'", "Cron: 'c' -> 'C'", "Cycle: 'D' -> 'mi'",
                "AlertMode: 'Email' -> 'Off'",
                "Submitter: 's' -> 'S'", "Owners: 'a' -> 'b'", "Visitors: '' -> 'c; d'",
                "StartTime: '2026-01-01' -> '2026-01-02'",
                "Description: '' -> 'd'", "Queue: '(not told)' -> 'q'", "Parameter k: 'v' -> 'w'",
            ],
            changes.Select(change => $"{change}"));
    }

    [Fact]
    public async Task What_is_like_that_already_is_no_change()
    {
        var flow = await Served.CallAsync(Data, client => client.GetFlowAsync(7));

        Assert.Empty(FieldChange.Of(flow, new FlowChanges
        {
            [nameof(Flow.FlowName)] = "n",
            [nameof(Flow.Type)] = FlowType.Periodic,
            [nameof(Flow.Owners)] = new UserList("a"),
            [nameof(Flow.Visitors)] = new UserList(""),
            [nameof(Flow.Description)] = "",
            [nameof(Flow.StartTime)] = new ServiceTime("2026-01-01"),
            [nameof(Flow.Parameters)] = new Hashtable { ["k"] = "v" },
        }));
        Assert.Empty(FieldChange.Of(flow, new FlowChanges()));
    }
}
