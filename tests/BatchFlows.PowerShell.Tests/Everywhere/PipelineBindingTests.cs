using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Every command takes its key from every object that carries it.</summary>
public class PipelineBindingTests
{
    private static readonly string[] Keys = ["FlowId", "FlowInstanceId", "TaskInstanceId", "DirectoryId"];

    /// <summary>What a command must be given beside its key.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Copy-BatchFlow"] = "-To nobody",
        ["New-BatchFlowDirectory"] = "-Name new",
        ["Set-BatchFlow"] = "-Description new",
    };

    /// <summary>
    /// An object of each kind that the module gives out, and plain ones such as a file of values gives.
    /// </summary>
    private const string Carriers = """
        $ErrorActionPreference = 'Stop'
        $flow = Get-BatchFlow -FlowId 3003
        $definition = Export-BatchFlow 3003
        $run = @(Get-BatchFlowInstance | Where-Object IsFailed)[0]
        $task = @($run | Get-BatchFlowTaskInstance)[0]
        @(Get-BatchFlow)[0]
        $flow; $flow.Graph.Flows[0]; $flow.Graph.Tasks[0]
        $definition; $definition.Tasks[0]; $definition.Relations[0]; $definition.LinkRelations[0]; $definition.FlowLinks[0]; $definition.TaskLinks[0]
        $run; @(Get-BatchFlowInstance)[-1].Graph.Flows[0]; @($run.Graph.Tasks | Where-Object TaskInstanceId)[0]
        $task; @($task | Get-BatchFlowTaskLog)[0]
        Get-BatchFlowDirectory energy; Measure-BatchFlow 3003
        [pscustomobject]@{ FlowId = 7 }; [pscustomobject]@{ FlowId = '7'; ConnectionName = 'sandbox' }; [pscustomobject]@{ FlowInstanceId = 'i' }
        [pscustomobject]@{ TaskInstanceId = 't' }; [pscustomobject]@{ DirectoryId = 'd' }; [pscustomobject]@{ DirectoryId = 'd'; ConnectionName = 'sandbox' }
        """;

    [Fact]
    public void Every_command_binds_by_property_name_from_every_object_that_carries_its_key()
    {
        using var engine = Engine.WithSandbox();
        var carriers = engine.Run(Carriers);
        Assert.Empty(carriers.Errors);
        var commands = engine.Run("Get-Command -Module BatchFlows.PowerShell").Output.Select(
            command => (CommandInfo)command.BaseObject).ToList();

        var pairs = commands
            .SelectMany(
                command =>
                    carriers.Output.Select(
                        carrier => (Command: command.Name, Carrier: carrier, Key: Expected(command, carrier))))
            .Where(pair => !string.IsNullOrEmpty(pair.Key)) // a node of the graph may have no run yet
            .Select(
                pair => ($"{pair.Command} < {pair.Carrier.TypeNames[0]} {pair.Carrier}", pair.Key,
                    Bound: Bound(engine, pair.Command, pair.Carrier)))
            .ToList();

        Assert.True(pairs.Count > 150, $"{pairs.Count} pairs");
        Assert.All(pairs, pair => Assert.Equal(pair.Key, pair.Bound));
    }

    [Fact]
    public void All_kinds_of_objects_that_carry_a_key_are_tried()
    {
        using var engine = Engine.WithSandbox();
        var tried = engine.Run(Carriers).Output.Select(carrier => carrier.TypeNames[0]).ToHashSet();
        var model = AppDomain.CurrentDomain.GetAssemblies()
            .First(assembly => assembly.GetName().Name == "BatchFlows.Model");
        var record = model.GetType("BatchFlows.JsonRecord")!;

        var carriers = model.GetExportedTypes().Where(type => !type.IsAbstract
            && type.IsSubclassOf(record)
            && Keys.Any(key => type.GetProperty(key) is not null));

        Assert.Empty(carriers.Select(type => type.FullName).Except(tried));
    }

    [Theory]
    [InlineData("Get-BatchFlow")]
    [InlineData("Get-BatchFlowInstance")]
    [InlineData("Get-BatchFlowDirectory")]
    [InlineData("Measure-BatchFlow")]
    [InlineData("New-BatchFlowReport")]
    public void An_object_without_a_key_is_an_error_and_not_a_wish_for_everything(string command)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"[pscustomobject]@{{ Name = 'x'; ConnectionName = 'sandbox' }} | {command}", "$sandbox.RequestCount");

        Assert.Single(result.Errors);
        Assert.Equal(["0"], result.Texts);
    }

    /// <summary>
    /// The key that the command is to take: the one of its default parameter set where the object has more than one.
    /// Where that is empty, another one would mean something else, and the object is refused.
    /// </summary>
    private static string? Expected(CommandInfo command, PSObject carrier) => command.ParameterSets
        .OrderByDescending(set => set.IsDefault)
        .SelectMany(set => set.Parameters)
        .Where(parameter => parameter.ValueFromPipelineByPropertyName && Keys.Contains(parameter.Name))
        .Select(parameter => carrier.Properties[parameter.Name])
        .FirstOrDefault(property => property is not null)?.Value?.ToString();

    /// <summary>
    /// What the command made of the object: without such a connection it gets no further, and its error names what it
    /// was given. Commands on the parts of a definition need no connection when that is at hand, and give them out with
    /// its key.
    /// </summary>
    private static string? Bound(Engine engine, string command, PSObject carrier)
    {
        engine.Runspace.SessionStateProxy.SetVariable("carrier", carrier);
        var result = engine.Run($"$carrier | {command} {Others.GetValueOrDefault(command)} -Connection nobody");
        if (result.Errors.Count == 0) return $"{result.Output[0].Properties["FlowId"].Value}";
        if (!result.Error.FullyQualifiedErrorId.StartsWith("NotConnected,", StringComparison.Ordinal))
            return result.Error.FullyQualifiedErrorId;
        var target = PSObject.AsPSObject(result.Error.TargetObject);
        return target.BaseObject is IConvertible
            ? $"{target}"
            : $"{Keys.Select(key => target.Properties[key]?.Value).First(value => value is not null)}";
    }
}
