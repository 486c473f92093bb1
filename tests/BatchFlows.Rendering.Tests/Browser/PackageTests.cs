using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Mermaid;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;

namespace BatchFlows.Rendering.Tests;

/// <summary>
/// What packages of others say of our pictures, in a browser: Mermaid draws, and axe checks accessibility.
/// </summary>
public class PackageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Empty = "<!doctype html><html lang=en><title>x</title><body></body></html>";

    [Fact]
    public async Task Mermaid_DrawsHostileNamesAsText()
    {
        var mermaid = NodeModules.Read("mermaid/dist/mermaid.min.js");
        var names = DiagramSamples.Shown;
        var text = MermaidFlowchart.Of(new Diagram(
            names[0],
            [
                .. names.Select(
                    (name, i) => new DiagramNode(name, (DiagramNodeKind)(i % 4)) { Mark = (DiagramMark)(i % 14) })],
            [.. names.Skip(1).Select((_, i) => new DiagramEdge(i, i + 1, (DiagramMark)(i % 14)))]));
        await using var page = await Page.OpenAsync(browser, Empty, 1200, 800, isDark: false);
        await page.CallAsync("Runtime.evaluate", new { expression = mermaid });

        await page.EvaluateAsync($$"""
            mermaid.initialize({ startOnLoad: false }), mermaid.render('drawn', {{JsonSerializer.Serialize(text)}}).then(r => document.body.innerHTML = r.svg)
            """);

        Assert.Equal(
            names.Select((name, i) => $"{Texts.MarkSigns.Of((DiagramMark)(i % 14))} {name}".Trim()).Order(),
            JsonSerializer.Deserialize<string[]>(await page.TextAsync(
                "JSON.stringify([...document.querySelectorAll('.nodeLabel')].map(l => l.innerHTML.split('<br')[0]).map(h => new DOMParser().parseFromString(h.replace(/<\\/?p>/g, ''), 'text/html').body.textContent.trim()))"))!.Order());
        Assert.Equal(0, await page.NumberAsync("document.querySelectorAll('body script').length"));
        Assert.Contains(
            "\u2039script\u203A", await page.TextAsync("document.querySelector('.flowchartTitleText').textContent"),
            System.StringComparison.Ordinal);
        await page.PhotographAsync("mermaid");
    }

    [Fact]
    public async Task Mermaid_DrawsTimelines()
    {
        var mermaid = NodeModules.Read("mermaid/dist/mermaid.min.js");
        await using var page = await Page.OpenAsync(browser, Empty, 1200, 800, isDark: false);
        await page.CallAsync("Runtime.evaluate", new { expression = mermaid });
        var start = new System.DateTime(2026, 1, 2, 1, 30, 0);
        string[] names =
        [
            .. DiagramSamples.Hostile, "gantt", "Gantt chart", "section a", "title b", "dateFormat x", "axisFormat",
            "excludes weekends", "todayMarker off", "accTitle: c", "accDescr: d", "click e", "crit, f",
            "weekday monday", "inclusiveEndDates",
        ];
        var rows = names.Select((name, i) => new TimelineRow(
            DiagramBuilder.Shown(name), i < DiagramSamples.Hostile.Length ? (DiagramMark)(i % 14) : default)
        {
            Ready = start,
            Start = start.AddSeconds(i * 7),
            End = start.AddSeconds(60 * i),
        });
        var text = MermaidGantt.Of(
            new Timeline("a:b \"><script>;#quot;", "tasks", start, start.AddMinutes(20), [.. rows]));

        await page.EvaluateAsync($$"""
            mermaid.initialize({ startOnLoad: false }), mermaid.render('drawn', {{JsonSerializer.Serialize(text)}}).then(r => document.body.innerHTML = r.svg)
            """);

        Assert.Equal(
            (names.Length * 2) - 1, await page.NumberAsync("document.querySelectorAll('rect.task').length"));
        Assert.Contains(
            "\"><script>alert(1)</script>", await page.TextAsync("document.querySelector('svg').textContent"),
            System.StringComparison.Ordinal);
        Assert.Equal(0, await page.NumberAsync("document.querySelectorAll('body script').length"));
        await page.PhotographAsync("gantt");
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(50, true)]
    [InlineData(1200, false)]
    public async Task Axe_FindsNothingInPages(int count, bool isDark)
    {
        var axe = Axe.Script;
        await using var page = await Page.OpenAsync(
            browser, HtmlPage.Of(GraphPicture.Of(DiagramSamples.Flow(count))), 1200, 800, isDark);

        Assert.Equal("", await Axe.ViolationsAsync(page, axe));
        await page.EvaluateAsync("document.getElementById('all').open = true, choose(1)");
        await page.SettleAsync();
        Assert.Equal("", await Axe.ViolationsAsync(page, axe));
    }

    [Fact]
    public async Task Axe_FindsNothingInSvg()
    {
        var axe = Axe.Script;
        await using var page = await Page.OpenAsync(
            browser,
            $"<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{SvgPicture.Of(GraphPicture.Of(DiagramSamples.Flow(50)))}</main>",
            1200, 800, isDark: false);

        Assert.Equal("", await Axe.ViolationsAsync(page, axe));
    }
}
