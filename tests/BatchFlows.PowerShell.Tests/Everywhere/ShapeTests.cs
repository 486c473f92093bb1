using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What becomes of the module's objects where other commands write their properties.</summary>
public class ShapeTests
{
    /// <summary>An object of each kind that the module gives out.</summary>
    private const string All = """
        $ErrorActionPreference = 'Stop'
        @(Get-BatchFlow)[0]; Get-BatchFlow -FlowId 3003; (Get-BatchFlow -FlowId 3003).Graph
        $definition = Export-BatchFlow 3003; $definition
        $definition.Tasks[0]; $definition.Relations[0]; $definition.LinkRelations[0]; $definition.FlowLinks[0]
        $definition.TaskLinks[0]; $definition.Parameters[0]; $definition.Tasks[0].RunMode
        $run = @(Get-BatchFlowInstance | Where-Object IsFailed)[0]; $run; $run.Graph; $run.Graph.Tasks[0]
        $task = @($run | Get-BatchFlowTaskInstance)[0]; $task; @($task | Get-BatchFlowTaskLog)[0]
        Get-BatchFlowDirectory; Get-BatchFlowServerTime; Get-BatchFlowConnection; Test-BatchFlowConnection
        Set-BatchFlowProfile shape https://apim.example.com o u -CertificateAuthority @() -PassThru
        """;

    [Fact]
    public void Each_property_has_a_text_that_is_not_the_name_of_its_type()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(All);

        Assert.Empty(result.Errors);
        var properties = result.Output.SelectMany(item => item.Properties.Where(property => property.IsGettable)
            .Select(
                property => (Name: $"{item.TypeNames[0]}.{property.Name}", Value: TextOf(property.Value)))).ToList();
        Assert.True(properties.Count > 250, $"{properties.Count} properties");
        Assert.DoesNotContain(properties, property => property.Value.StartsWith("System.", StringComparison.Ordinal)
            || property.Value.StartsWith("BatchFlows.", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_of_both_kinds_have_the_same_properties_in_the_same_order()
    {
        using var engine = Engine.WithSandbox();

        var links = engine.Run(
            "$definition = Export-BatchFlow 3003; $definition.FlowLinks[0]; $definition.TaskLinks[0]").Output;

        Assert.Contains("SourceTaskName", links[0].Properties.Select(property => property.Name));
        Assert.Equal(
            links[0].Properties.Select(property => property.Name),
            links[1].Properties.Select(property => property.Name));
    }

    [Fact]
    public void No_property_of_a_directory_leads_up_to_the_tree_above_it()
    {
        using var engine = Engine.WithSandbox();

        var directory = engine.Run("Get-BatchFlowDirectory energy/meters").Output.Single();

        Assert.Equal("energy", directory.Properties["ParentPath"].Value);
        Assert.DoesNotContain(
            directory.Properties, property => property.Value?.GetType() == directory.BaseObject.GetType());
    }

    /// <summary>The text of the object, as a cell of a table or of a CSV file has it.</summary>
    private static string TextOf(object? value) => PSObject.AsPSObject(value ?? "").BaseObject.ToString() ?? "";
}
