using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Xml;
using BatchFlows.Analysis.Rules;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Reports;

/// <summary>
/// Findings as JUnit XML: a suite for each flow, with a failed case for each finding, or one case that passed.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings =
        new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <param name="time">When the flows were checked, in UTC.</param>
    public static string Of(IReadOnlyList<CheckResult> results, DateTime time)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("testsuites");
            for (var i = 0; i < results.Count; i++) WriteSuite(xml, results[i], i, time);
            xml.WriteEndElement();
        }

        return text + "\n";
    }

    private static void WriteSuite(XmlWriter xml, CheckResult result, int index, DateTime time)
    {
        xml.WriteStartElement("testsuite");
        Write(xml, "package", "BatchFlows");
        Write(xml, "id", Number(index));
        Write(xml, "name", NameOf(result));
        Write(xml, "timestamp", time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Write(xml, "hostname", "localhost");
        Write(xml, "tests", Number(Math.Max(1, result.Findings.Count)));
        Write(xml, "failures", Number(result.Findings.Count));
        Write(xml, "errors", Number(result.Failure is null ? 0 : 1));
        Write(xml, "time", "0");
        xml.WriteElementString("properties", "");
        foreach (var finding in result.Findings) WriteFinding(xml, result, finding);
        if (result.Findings.Count == 0) WriteWhole(xml, result);
        xml.WriteElementString("system-out", "");
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void WriteFinding(XmlWriter xml, CheckResult result, FlowFinding finding)
    {
        StartCase(xml, result, $"{finding.RuleId} {finding.Location}".TrimEnd());
        WriteProblem(
            xml, "failure", finding.Severity.ToString(), finding.Message,
            $"{finding.Message}\n{finding.Remedy}\n{result.Path}");
        xml.WriteEndElement();
    }

    private static void WriteWhole(XmlWriter xml, CheckResult result)
    {
        StartCase(xml, result, "all rules");
        if (result.Failure is { } failure) WriteProblem(xml, "error", "FileNotRead", failure, failure);
        xml.WriteEndElement();
    }

    private static void StartCase(XmlWriter xml, CheckResult result, string name)
    {
        xml.WriteStartElement("testcase");
        Write(xml, "name", name);
        Write(xml, "classname", NameOf(result));
        Write(xml, "time", "0");
    }

    private static void WriteProblem(XmlWriter xml, string element, string type, string message, string text)
    {
        xml.WriteStartElement(element);
        Write(xml, "message", message);
        Write(xml, "type", type);
        xml.WriteString(CleanText.Of(text.TrimEnd()));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string attribute, string value) =>
        xml.WriteAttributeString(attribute, CleanText.Of(value));

    private static string NameOf(CheckResult result) =>
        string.IsNullOrWhiteSpace(result.FlowName) ? "(no name)" : result.FlowName;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
