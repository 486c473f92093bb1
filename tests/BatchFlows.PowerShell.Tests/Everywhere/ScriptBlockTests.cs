using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A script block for a text parameter is evaluated for each object, or refused: its source is never the text.
/// </summary>
public class ScriptBlockTests
{
    /// <summary>What a command must be given before it looks at what comes from the pipeline.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Connect-BatchFlow -OrganizationId"] = "-UserId u " + Keys,
        ["Connect-BatchFlow -UserId"] = "-OrganizationId o " + Keys,
        ["Import-BatchFlow -Path"] = "-Directory archive",
        ["Import-BatchFlow -LiteralPath"] = "-Directory archive",
    };

    private const string Keys = "-Gateway http://127.0.0.1:1 -AccessKey k -SecretKey ([securestring]::new())";

    [Fact]
    public void Each_text_parameter_evaluates_a_script_block_or_refuses_it()
    {
        using var engine = Engine.WithSandbox();
        var parameters = TextParameters(engine);
        engine.Run("$sandbox.Service.ResetCounters(); $before = $sandbox.RequestCount");

        var wrong = parameters.Where(parameter => !IsRefused(engine, parameter)).Select(p => $"{p.Command} -{p.Name}");

        Assert.True(parameters.Count > 45, $"{parameters.Count} parameters");
        Assert.Empty(wrong);
        Assert.Equal(["0"], engine.Run("$sandbox.RequestCount - $before").Texts);
    }

    [Theory]
    [InlineData("@{ a = 1 }", "System.Collections.Hashtable")]
    [InlineData("([pscustomobject]@{ a = 1 })", "PSCustomObject")]
    [InlineData("([securestring]::new())", "System.Security.SecureString")]
    [InlineData("@('a', { b })", "script block")]
    [InlineData("([System.Collections.Generic.List[object]]@('a', @{ b = 1 }))", "System.Collections.Hashtable")]
    public void What_has_no_text_is_refused_by_the_name_of_its_type(string value, string type)
    {
        using var engine = Engine.WithSandbox();

        foreach (var script in new[]
        {
            $"Set-BatchFlow 3001 -Owner {value}", $"Get-BatchFlow -Name {value}",
            $"Export-BatchFlow 3001 -Path {value} -WhatIf", $"Set-BatchFlow 3001 -Description {value}",
        })
        {
            var result = engine.Run(script, "$sandbox.RequestCount");

            Assert.Contains(type, result.Error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal(["0"], result.Texts);
        }
    }

    [Fact]
    public void What_has_a_text_is_taken()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flow = Set-BatchFlow 3001 -Description 2026 -Submitter ([guid]::Empty) -Visitor $null, 'a' -PassThru",
            "$flow.Description; $flow.Submitter; \"$($flow.Visitors)\"",
            "(Export-BatchFlow 3001 | Import-BatchFlow -Directory (Get-BatchFlowDirectory energy/meters) -Name new).FlowName");

        Assert.Empty(result.Errors);
        Assert.Equal(["2026", "00000000-0000-0000-0000-000000000000", "a", "new"], result.Texts);
    }

    private static List<(string Command, string Name, bool IsPiped)> TextParameters(Engine engine) =>
        [.. engine.Run("Get-Command -Module BatchFlows.PowerShell").Output
            .Select(command => (CommandInfo)command.BaseObject)
            .SelectMany(command => command.Parameters.Values
                .Where(parameter => parameter.ParameterType == typeof(string)
                    || parameter.ParameterType == typeof(string[]))
                .Where(parameter => parameter.Attributes.OfType<ParameterAttribute>().Any(a => !a.DontShow)
                    && !Cmdlet.CommonParameters.Contains(parameter.Name))
                .Select(parameter => (command.Name, parameter.Name, parameter.ParameterSets.Values.Any(
                    set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))))];

    /// <summary>True also for an error of the script block itself, which was evaluated then.</summary>
    private static bool IsRefused(Engine engine, (string Command, string Name, bool IsPiped) parameter)
    {
        var errors = engine.Run(parameter.IsPiped
            ? $"[pscustomobject]@{{ x = 1 }} | {parameter.Command} -{parameter.Name} {{ throw 'evaluated' }} "
                + Others.GetValueOrDefault($"{parameter.Command} -{parameter.Name}")
            : $"{parameter.Command} -{parameter.Name} {{ throw 'evaluated' }}").Errors;
        return errors.Count == 1 && errors[0].FullyQualifiedErrorId.StartsWith(
            parameter.IsPiped ? "ScriptBlockArgumentInvocationFailed," : "ParameterArgumentTransformationError,",
            StringComparison.Ordinal);
    }
}
