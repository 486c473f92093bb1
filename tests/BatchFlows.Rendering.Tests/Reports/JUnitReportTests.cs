using System;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using BatchFlows.Analysis.Rules;
using BatchFlows.Rendering.Reports;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class JUnitReportTests
{
    private static readonly DateTime Time = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly XmlSchemaSet Schemas = ReadSchemas();

    [Fact]
    public void AnyReport_IsValid() => ReportSamples.Results.Sample(
        results =>
        {
            var report = XDocument.Parse(JUnitReport.Of(results, Time));
            report.Validate(Schemas, (_, e) => throw e.Exception);
            Assert.Equal(results.Length, report.Root!.Elements().Count());
            Assert.Equal(results.Sum(result => result.Findings.Count), report.Descendants("failure").Count());
            Assert.Equal(results.Count(result => result.Failure is not null), report.Descendants("error").Count());
            Assert.All(
                report.Root.Elements(),
                suite => Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count()));
        },
        iter: 1000);

    [Fact]
    public void Report_ReadsLikeThis()
    {
        var rule = ReportSamples.Rules.Single(rule => rule.RuleId == "BF401");
        var finding = new FlowFinding(rule, "The task has no timeout.", "tasks[0].timeout", "a");

        var report = JUnitReport.Of(
            [new CheckResult("f\u0007", "/w/f.flow.json", [finding]), new CheckResult("g", null, [])], Time);

        Assert.Equal(
            $"""
            <testsuites>
              <testsuite package="BatchFlows" id="0" name="f{'\uFFFD'}" timestamp="2026-01-02T03:04:05" hostname="localhost" tests="1" failures="1" errors="0" time="0">
                <properties />
                <testcase name="BF401 tasks[0].timeout" classname="f{'\uFFFD'}" time="0">
                  <failure message="The task has no timeout." type="Warning">The task has no timeout.
            {rule.Remedy}
            /w/f.flow.json</failure>
                </testcase>
                <system-out />
                <system-err />
              </testsuite>
              <testsuite package="BatchFlows" id="1" name="g" timestamp="2026-01-02T03:04:05" hostname="localhost" tests="1" failures="0" errors="0" time="0">
                <properties />
                <testcase name="all rules" classname="g" time="0" />
                <system-out />
                <system-err />
              </testsuite>
            </testsuites>

            """.Replace("\r\n", "\n", StringComparison.Ordinal),
            report);
    }

    private static XmlSchemaSet ReadSchemas()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(new StringReader(ReportSamples.Resource("junit.xsd")));
        schemas.Add(null, reader);
        return schemas;
    }
}
