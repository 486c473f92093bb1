using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Rules;
using BatchFlows.Rendering.Reports;
using CsCheck;
using Json.Schema;

namespace BatchFlows.Rendering.Tests;

public class SarifReportTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ReportSamples.Resource("sarif.json"));

    [Fact]
    public void AnyReport_IsValid() => ReportSamples.Results.Sample(
        results =>
        {
            using var report = JsonDocument.Parse(SarifReport.Of(results, ReportSamples.Rules, "1.2.3", "/work"));
            var run = report.RootElement.GetProperty("runs")[0];
            Assert.True(
                Schema.Evaluate(report.RootElement, new EvaluationOptions { RequireFormatValidation = true }).IsValid);
            Assert.Equal(results.Sum(result => result.Findings.Count), run.GetProperty("results").GetArrayLength());
            foreach (var one in run.GetProperty("results").EnumerateArray())
            {
                Assert.Equal(
                    one.GetProperty("ruleId").GetString(),
                    run.GetProperty("tool").GetProperty("driver")
                        .GetProperty("rules")[one.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            }
        },
        iter: 500);

    [Fact]
    public void Result_SaysWhatAndWhere()
    {
        var rule = ReportSamples.Rules.Single(rule => rule.RuleId == "BF401");
        var finding = new FlowFinding(rule, "The task has no timeout.", "tasks[0].timeout", "a");

        using var report = JsonDocument.Parse(
            SarifReport.Of([new CheckResult("f", "/w/a b.flow.json", [finding])], [rule], "1.2.3", "/w"));

        Assert.Equal(
            """{"ruleId":"BF401","ruleIndex":0,"level":"warning","message":{"text":"The task has no timeout."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.flow.json"}},"logicalLocations":[{"name":"a","fullyQualifiedName":"f/tasks[0].timeout"}]}]}""",
            JsonSerializer.Serialize(report.RootElement.GetProperty("runs")[0].GetProperty("results")[0]));
    }

    [Fact]
    public void FileThatCannotBeRead_MakesTheRunUnsuccessful()
    {
        using var report = JsonDocument.Parse(
            SarifReport.Of([new CheckResult("f", "/w/f", [], "It is empty.")], [], "1.2.3", "/w"));
        var invocation = report.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(
            "It is empty.",
            invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message")
                .GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("/w/flows/a.flow.json", "/w", "flows/a.flow.json")]
    [InlineData("/w/a%41#b?c&\u00e4 \U0001F600.json", "/w/", "a%2541%23b%3Fc%26%C3%A4%20%F0%9F%98%80.json")]
    [InlineData("/other/a.json", "/w", "file:///other/a.json")]
    [InlineData("/srv/a.json", "/s", "file:///srv/a.json")]
    [InlineData(@"C:\w\flows\a b.json", @"C:\w", "flows/a%20b.json")]
    [InlineData(@"D:\w\a.json", @"C:\w", "file:///D%3A/w/a.json")]
    [InlineData(@"\\server\share\a.json", @"C:\w", "file://server/share/a.json")]
    public void Address_IsEncoded(string path, string folder, string address) =>
        Assert.Equal(address, FileAddress.Of(path, folder));
}
