using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

public partial class TestBatchFlowTests
{
    [Fact]
    public void The_sandbox_has_the_flaws_that_its_page_lists_and_no_others()
    {
        using var engine = Engine.WithSandbox();
        var documented = Flaw()
            .Matches(File.ReadAllText(Path.Combine(Paths.Repository, "src", "BatchFlows.Sandbox", "README.md")))
            .Select(row => $"{row.Groups["flow"].Value} {row.Groups["rule"].Value} {row.Groups["place"].Value}");

        var found = engine.Run(
            "Get-BatchFlow | Test-BatchFlow -Online -TimeZone Europe/Berlin | ForEach-Object { \"$($_.FlowId) $($_.RuleId) $($_.Location)\" }");

        Assert.Empty(found.Errors);
        Assert.Equal(documented.Order(StringComparer.Ordinal), found.Texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Definitions_are_checked_without_a_call()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$definition = Export-BatchFlow 3003; $sandbox.Service.ResetCounters()",
            "($definition | Test-BatchFlow).Count; $sandbox.RequestCount");

        Assert.Equal(["3", "0"], result.Texts);
    }

    [Fact]
    public void Each_linked_flow_is_read_once()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$definitions = 3003, 3004, 3005 | Export-BatchFlow; $sandbox.Service.ResetCounters()",
            "$null = $definitions | Test-BatchFlow -Online; $sandbox.Service.CallCounts['Export Flow']");

        Assert.Equal(["3"], result.Texts);
    }

    [Fact]
    public void A_folder_without_flows_is_an_error()
    {
        using var folder = new TemporaryFolder();
        using var engine = new Engine();

        var result = engine.Run($"Test-BatchFlow '{folder.Path}'");

        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(
            "it is a folder without files of flows", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<flow>\d+) \| (?<rule>BF\d+) \| `(?<place>[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex Flaw();
}
