using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Nothing that a user or a caller gives takes all memory or ends the process.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData("Import-BatchFlow -Path {0} -Directory archive", "/dev/zero")]
    [InlineData("Start-BatchFlowSandbox {0}", "/dev/zero")]
    [InlineData("Set-BatchFlowSandbox -LoadPath {0}", "/dev/zero")]
    [InlineData("Import-BatchFlow -Path {0} -Directory archive", "pipe")]
    [InlineData("Start-BatchFlowSandbox {0}", "pipe")]
    [InlineData("Set-BatchFlowSandbox -LoadPath {0}", "pipe")]
    public void An_endless_file_is_refused_at_once(string script, string file)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, file); // which is /dev/zero itself
        if (file == "pipe")
        {
            using var make = Process.Start("mkfifo", path);
            make.WaitForExit();
        }

        engine.Run("Get-BatchFlowSandbox"); // the first command loads the module's parts
        var started = Stopwatch.StartNew();

        var result = engine.Run(script.Replace("{0}", path, StringComparison.Ordinal));

        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.InRange(started.ElapsedMilliseconds, 0, 2500); // ten times the goal, for busy machines
    }

    [Theory]
    [InlineData("Start-BatchFlowSandbox '{0}'")]
    [InlineData("Set-BatchFlowSandbox -LoadPath '{0}'")]
    [InlineData("Import-BatchFlow -Path '{0}' -Directory archive")]
    public void A_file_that_is_too_deep_is_one_error(string script)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "deep.json");
        var deep = new string('[', 100_000) + new string(']', 100_000);
        File.WriteAllText(
            path,
            $$"""{"format":"BatchFlows.Sandbox/1","digest":"","state":{"Organization":{{deep}} }, "tasks":{{deep}} }""");

        var result = engine.Run(
            script.Replace("{0}", path, StringComparison.Ordinal), "(Export-BatchFlow 2924).FlowName");

        Assert.Contains(path, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["nFlow"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow -Name load_*")]
    [InlineData("Get-BatchFlow -Name load_* -Detailed")]
    [InlineData("$ids | Get-BatchFlow")]
    [InlineData("$ids | Export-BatchFlow")]
    [InlineData("$ids | Get-BatchFlowTask")]
    public void A_long_stream_takes_no_more_memory_than_a_short_one(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.AddFlows(1000, 1); $ids = Get-BatchFlow -Name load_* | ForEach-Object FlowId",
            "$seen = [System.Collections.Generic.List[WeakReference]]::new(); $most = 0",
            script + """
                 | ForEach-Object {
                    $seen.Add([WeakReference]::new($_.PSObject.BaseObject))
                    if ($seen.Count % 250) { return }
                    [GC]::Collect()
                    $alive = 0
                    foreach ($one in $seen) { if ($one.IsAlive) { $alive++ } }
                    if ($alive -gt $most) { $most = $alive }
                }
                """,
            "$seen.Count; $most");

        Assert.Empty(result.Errors);
        Assert.Equal("1000", result.Texts.First());
        // A page of 50, or eight times as many as are worked on at once, which are 8.
        Assert.InRange(int.Parse(result.Texts.Last(), provider: null), 1, 150);
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
