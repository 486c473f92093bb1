using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

public class FlowSettingsTests
{
    private static readonly string[] NoSettings = ["id", "tasks", "flows", "relations"];

    [Fact]
    public void The_rows_are_the_settings_of_the_documented_body_in_its_order()
    {
        var documented = JsonNode.Parse(Sample.Text("save-flow.request"))!.AsObject().Select(field => field.Key);

        Assert.Equal(documented.Except(NoSettings), FlowSettings.Saved.Select(setting => setting.WireName));
    }

    [Fact]
    public void Each_row_has_names_and_a_place_of_its_own()
    {
        var rows = FlowSettings.Saved;

        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(setting => setting.Place));
        Assert.Distinct(rows.Select(setting => setting.Name));
        Assert.Distinct(rows.Select(setting => setting.Parameter));
        Assert.All(rows, setting => Assert.True(typeof(Flow).GetProperty(setting.Name) is not null, setting.Name));
    }

    [Fact]
    public async Task A_saved_flow_has_its_fields_in_the_documented_order()
    {
        var (loaded, _, _) = await Documented.CallAsync(
            "load-flow-for-edit.response", client => client.LoadFlowForEditAsync(2791));
        var (_, _, body) = await Documented.CallAsync(
            "save-flow.response", client => client.SaveFlowAsync(loaded, new FlowChanges()));

        var documented = JsonNode.Parse(Sample.Text("save-flow.request"))!.AsObject();
        Assert.Equal(documented.Select(field => field.Key), body!.AsObject().Select(field => field.Key));
    }
}
