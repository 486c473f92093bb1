using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatchFlows.Analysis.Rules;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

/// <summary>Results of checks with any texts.</summary>
internal static class ReportSamples
{
    public static readonly IReadOnlyList<FlowRule> Rules = [.. AllRules.List.Select(rule => rule.About)];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.OneOfConst(
            "", " ", "a", "\0\u001b[2J", "\ud800", "x\udc00", "]]>", "<&\"'>", "\u2028\r\n\t", "\U0001F600", "\uffff",
            "%41 a#b?c"));

    private static readonly Gen<FlowFinding> Finding = Gen.Select(
        Gen.Int[0, Rules.Count - 1], Text, Text, Text,
        (rule, message, location, task) => new FlowFinding(Rules[rule], message, location, task));

    public static readonly Gen<CheckResult[]> Results = Gen.Select(
        Text, Text.Select(path => "/srv/flows/" + path), Finding.Array[0, 4], Gen.OneOf(Text, Gen.Const("")), Gen.Bool,
        (name, path, findings, failure, hasPath) => findings.Length > 0 || failure.Length == 0
            ? new CheckResult(name, hasPath ? path : null, findings)
            : new CheckResult(name, path, [], failure)).Array[0, 4];

    public static string Resource(string name)
    {
        using var stream = typeof(ReportSamples).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
