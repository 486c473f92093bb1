using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Nothing that a user or a caller gives takes all memory or ends the process.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData("Import-BatchFlow -Path /dev/zero -Directory archive")]
    [InlineData("Start-BatchFlowSandbox /dev/zero")]
    public void An_endless_file_is_refused(string script)
    {
        using var engine = Engine.WithSandbox();

        Assert.StartsWith("FileNotRead,", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_name_each_other_fail_their_task_and_nothing_else()
    {
        using var engine = Engine.WithSandbox();
        var names = Enumerable.Range(1, 60).ToList();
        var parameters = string.Join(
            ",", names.Select(name => $$"""{"key":"p{{name}}","value":"${p{{name + 1}}}${p{{name + 1}}}"}"""));

        var result = engine.Run(
            "$sandbox.Service.PutFlow(7, '{\"name\":\"f\",\"parameters\":[" + parameters
                + "],\"tasks\":[{\"name\":\"t\",\"cmd\":\"echo ${p1}\"}]}')",
            "$run = Start-BatchFlow 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1))",
            "(Get-BatchFlowInstance $run.FlowInstanceId).Status; [bool](Get-BatchFlowServerTime)");

        Assert.Empty(result.Errors);
        Assert.Equal(["Fail", "True"], result.Texts);
    }

    [Fact]
    public void Directories_have_a_deepest_level()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "New-BatchFlowDirectory " + string.Join("/", Enumerable.Repeat("a", 40)),
            "@(Get-BatchFlowDirectory).Count");

        Assert.Single(result.Errors);
        Assert.NotEmpty(result.Texts);
    }

    [Fact]
    public void Each_sandbox_has_keys_of_its_own()
    {
        using var engine = new Engine();

        var keys = engine.Run("1..3 | ForEach-Object { (Start-BatchFlowSandbox).Service.AccessKey }").Texts.ToList();

        Assert.Equal(3, keys.Distinct().Count());
        Assert.DoesNotContain(Engine.AccessKey, keys);
    }
}
