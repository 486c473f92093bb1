using System;
using System.Linq;
using BatchFlows.Analysis.Reports;
using BatchFlows.Rendering.Organization;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class ReportMarkdownTests
{
    [Fact]
    public void Any_names_leave_tables_whole_and_add_no_lines() =>
        Gen.OneOf(Gen.OneOfConst(DiagramSamples.Hostile), Gen.String).Array[1, 8].Sample(
        names =>
        {
            var lines = ReportMarkdown.Of(OrganizationSamples.Of(names)).Split('\n');

            Assert.Equal(10, lines.Count(line => line.StartsWith('#')));
            var start = Array.IndexOf(lines, "## Failed runs");
            var rows = lines.Skip(start).TakeWhile(line => line != "## Missed and late runs")
                .Where(line => line.StartsWith('|')).ToArray();
            Assert.Equal(names.Length + 2, rows.Length);
            Assert.All(rows, row => Assert.Equal(7, row.Count(character => character == '|')));
            Assert.DoesNotContain(
                lines,
                line => line.Replace("<!-- -->", "", StringComparison.Ordinal)
                    .Contains('<') && !line.Contains("<br>", StringComparison.Ordinal));
        },
        iter: 200);

    [Theory]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("`x`", "&#96;x&#96;")]
    [InlineData("\"><script>alert(1)</script>", "\"&gt;&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("etl_meter_readings", "etl_meter_readings")]
    [InlineData("_a_ *b*", "\\_a\\_ \\*b\\*")]
    [InlineData("[x](http://a.b)", "\\[x\\](http\\://a.b)")]
    [InlineData("www.a.b", "www\\.a.b")]
    [InlineData("ask @all in #1", "ask @<!-- -->all in #<!-- -->1")]
    [InlineData("\u001b[31m\u202Ex", "\uFFFD\\[31m\uFFFDx")]
    [InlineData("a\\|b", "a\\\\&#124;b")]
    public void A_name_means_nothing_but_itself(string name, string expected) =>
        Assert.Equal(expected, MarkdownText.Of(name));

    [Theory]
    [InlineData(false, 2, "# Flows of a")]
    [InlineData(true, 2, "# 2 flows of a")]
    [InlineData(true, 1, "# Flow a of a")]
    public void The_title_says_of_how_many_flows_it_is(bool isPart, int flows, string title)
    {
        var facts = OrganizationSamples.Of(flows == 1 ? ["a"] : ["a", "b"]).Facts with { IsPart = isPart };

        Assert.StartsWith(
            title + "\n", ReportMarkdown.Of(OrganizationReport.Of(facts)), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_tables_end_early_and_say_so()
    {
        var text = ReportMarkdown.Of(
            OrganizationSamples.Of([.. Enumerable.Range(0, 500).Select(i => $"a_flow_with_a_usual_name_{i:000}")]));

        Assert.Contains("470 more rows are in the HTML report.", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 10_000, 65_536);
    }
}
