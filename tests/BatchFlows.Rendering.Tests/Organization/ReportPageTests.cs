using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BatchFlows.Model.Failures;
using BatchFlows.Rendering.Organization;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class ReportPageTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void Any_names_are_text_and_nothing_else() =>
        Gen.OneOf(Gen.OneOfConst(DiagramSamples.Hostile), Gen.String).Array[0, 8].Sample(
        names =>
        {
            var page = XDocument.Parse(
                ReportPage.Of(OrganizationSamples.Of(names)), LoadOptions.PreserveWhitespace).Root!;

            Assert.Empty(page.Descendants().Select(element => element.Name.LocalName).Except(
            [
                "head", "meta", "link", "title", "style", "body", "header", "main", "section", "h1", "h2", "p", "ul",
                "li", "b", "span", "div",
                "table", "thead", "tbody", "tr", "th", "td", "svg", "g", "rect", "text", "path", "marker", "line",
            ]));
            Assert.DoesNotContain(page.Descendants().Attributes(), attribute =>
                attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Name.LocalName is "src" or "style"
                    || (attribute.Name.LocalName == "href" && attribute.Value != "data:,"));
            var failed = TableOf(page, "failed")?.Descendants(Html + "tbody").Single().Elements()
                .Select(row => row.Elements().First().Value);
            Assert.Equal(names.Select(Shown), failed ?? []);
        },
        iter: 200);

    [Fact]
    public void Nothing_outside_is_named_and_the_policy_allows_the_style_only()
    {
        var text = ReportPage.Of(OrganizationSamples.Of("a", "b"));
        var page = XDocument.Parse(text).Root!;

        Assert.All(
            Regex.Matches(text, @"[a-z]+://[^\s""'<]*|@import|url\((?!#)").Select(found => found.Value),
            address => Assert.Contains(address, (string[])[Html.NamespaceName, "http://www.w3.org/2000/svg"]));
        var hash = Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants(Html + "style").Single().Value)));
        var policy = page.Descendants(Html + "meta").Single(meta => meta.Attribute("http-equiv") is not null)
            .Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{hash}';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_have_headers_and_the_week_is_readable_without_colour()
    {
        var page = XDocument.Parse(ReportPage.Of(OrganizationSamples.Of("a", "b", "c"))).Root!;

        Assert.All(
            page.Descendants(Html + "th"),
            header => Assert.Contains(header.Attribute("scope")?.Value, (string?[])["col", "row"]));
        Assert.All(page.Descendants(Html + "section").Where(
            section => section.Attribute("aria-labelledby") is not null), section =>
            Assert.Equal(
                section.Attribute("aria-labelledby")!.Value, section.Element(Html + "h2")!.Attribute("id")!.Value));
        var week = TableOf(page, "week")!.Descendants(Html + "tbody").Single().Elements().ToArray();
        Assert.Equal(7, week.Length);
        Assert.Equal("Wed 2026-03-04", week[0].Elements().First().Value);
        Assert.Equal("3", week[0].Elements(Html + "td").ElementAt(2).Value);
        Assert.Equal("figure shade5", week[0].Elements(Html + "td").ElementAt(2).Attribute("class")!.Value);
        Assert.Equal("0", week[0].Elements(Html + "td").ElementAt(3).Value);
    }

    [Fact]
    public void Without_flows_each_section_says_so()
    {
        var page = ReportPage.Of(OrganizationSamples.Of());

        Assert.All(
            (string[])[
                "No run failed.", "Each flow ran at its times.", "No flow ran.", "No flow waits for another.",
                "<li>Nothing.</li>",
            ],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    private static XElement? TableOf(XElement page, string id) =>
        page.Descendants(Html + "table").SingleOrDefault(table => (string?)table.Attribute("class") == id);

    private static string Shown(string name) =>
        CleanText.Of(ShownText.Clean(name)).Replace('\r', ' ').Replace('\t', ' ');
}
