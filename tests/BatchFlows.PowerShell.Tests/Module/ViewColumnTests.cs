using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Columns that users can work with: what they see, they can type.</summary>
public class ViewColumnTests
{
    [Fact]
    public void Each_column_and_each_line_of_a_list_is_a_property_of_that_name()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$null = Get-BatchFlow 3001; $null = Get-BatchFlowServerTime");
        var rooms = AppDomain.CurrentDomain.GetAssemblies()
            .Where(room => room.GetName().Name!.StartsWith("BatchFlows.", StringComparison.Ordinal)).ToList();

        Lists.AssertComplete(Views.All().SelectMany(view => view.Descendants("TypeName").SelectMany(name =>
        {
            var type = rooms.Select(room => room.GetType(name.Value.Split('#')[0])).OfType<Type>().First();
            var known = type.GetProperties().Select(property => property.Name)
                .Concat(SecondNames(type)).Concat(SecondNames(type.BaseType!));
            return Names(view).Except(known).Select(shown => $"{name.Value}: {shown} is shown, and no property");
        })));
    }

    [Theory]
    [InlineData("Get-BatchFlow 3001, 3006 | Where-Object Active", "etl_meter_readings")]
    [InlineData("Get-BatchFlow 3001, 3006 | Where-Object Name -eq migrate_legacy_tariffs", "migrate_legacy_tariffs")]
    [InlineData("Get-BatchFlow | Where-Object Name -eq bill_customers", "bill_customers")]
    [InlineData("Export-BatchFlow 3003 | Where-Object Name -eq forecast_demand", "forecast_demand")]
    [InlineData("Get-BatchFlow 3001, 3003 | Where-Object Schedule -like daily*", "etl_meter_readings")]
    [InlineData("Get-BatchFlow 3001, 3003 | Where-Object TaskCount -gt 3", "etl_meter_readings")]
    [InlineData("Get-BatchFlowTask 3001 | Where-Object Name -eq load_readings", "load_readings")]
    public void What_is_seen_can_be_asked_for(string script, string expected)
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal([expected], engine.Run(script).Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow", "Name", "FlowName")]
    [InlineData("Get-BatchFlow 3001", "Name", "FlowName")]
    [InlineData("Get-BatchFlow 3001", "Active", "IsActive")]
    [InlineData("Export-BatchFlow 3001", "Name", "FlowName")]
    [InlineData("Get-BatchFlowTask 3001", "Name", "TaskName")]
    public void No_output_has_one_thing_under_two_names(string script, string second, string first)
    {
        using var engine = Engine.WithSandbox();

        var properties = engine.Run($"({script})[0].psobject.Properties.Name").Texts.ToList();

        Assert.Contains(first, properties);
        Assert.DoesNotContain(second, properties);
    }

    private static IEnumerable<string> SecondNames(Type type) =>
        XDocument.Load(Path.Combine(Paths.Module, "views", "Names.Types.ps1xml")).Descendants("Type")
            .Where(known => known.Element("Name")!.Value == type.FullName)
            .SelectMany(known => known.Descendants("AliasProperty")).Select(alias => alias.Element("Name")!.Value);

    /// <summary>The words above columns and before the lines of lists.</summary>
    private static IEnumerable<string> Names(XElement view)
    {
        var headers = view.Descendants("TableColumnHeader").ToList();
        var cells = view.Descendants("TableColumnItem").ToList();
        return headers.Zip(cells, (header, cell) => header.Element("Label") ?? cell.Element("PropertyName"))
            .Concat(view.Descendants("ListItem").Select(item => item.Element("Label") ?? item.Element("PropertyName")))
            .Select(name => name!.Value);
    }
}
