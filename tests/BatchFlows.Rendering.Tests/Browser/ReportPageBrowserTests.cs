using System.Threading.Tasks;
using BatchFlows.Analysis.Reports;
using BatchFlows.Rendering.Organization;

namespace BatchFlows.Rendering.Tests;

/// <summary>Reports in a real browser.</summary>
public class ReportPageBrowserTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>What is wider than the window, other than in a part that scrolls by itself.</summary>
    private const string TooWide = """
        [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.parentElement.closest('.wide'))
            .map(e => e.outerHTML.slice(0, 160)).join('\n')
        """;

    /// <summary>Parts that scroll and cannot be reached by the keyboard, and texts that lie on others.</summary>
    private const string Unreachable = """
        [...document.body.querySelectorAll('*')]
            .filter(e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll|hidden/.test(getComputedStyle(e).overflowX))
            .filter(e => e.tabIndex < 0 && getComputedStyle(e).display !== 'inline')
            .map(e => e.outerHTML.slice(0, 160)).join('\n')
        """;

    private const string TextsOutOfBoxes = """
        [...document.querySelectorAll('.box text')].filter(t => {
            const [r, b] = [t, t.parentNode.querySelector('rect')].map(e => e.getBoundingClientRect());
            return r.left < b.left - .5 || r.right > b.right + .5 || r.top < b.top - .5 || r.bottom > b.bottom + .5;
        }).map(t => t.textContent).join('\n')
        """;

    public static TheoryData<int, int, bool, int> Looks()
    {
        var looks = new TheoryData<int, int, bool, int>();
        foreach (var (width, height) in ((int, int)[])[(400, 860), (1280, 800), (1920, 1080)])
        {
            foreach (var isDark in (bool[])[false, true])
            {
                foreach (var flows in (int[])[0, 3, 40]) looks.Add(width, height, isDark, flows);
            }
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Report_IsAsWideAsTheWindow_AndAsksForNothing(int width, int height, bool isDark, int flows)
    {
        await using var page = await OpenAsync(OrganizationSamples.Night(flows), width, height, isDark);

        await page.PhotographAsync($"report-{flows}-{width}-{(isDark ? "dark" : "light")}", isWhole: true);
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(0, await page.NumberAsync("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal("", await page.TextAsync(TooWide));
        Assert.Equal("", await page.TextAsync(Unreachable));
        Assert.Equal("", await page.TextAsync(TextsOutOfBoxes));
        Assert.Equal(flows == 0 ? 0 : 1, await page.NumberAsync("document.querySelectorAll('svg').length"));
        Assert.Equal(
            isDark ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)",
            await page.TextAsync("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task KeysReachAndMoveEachPartThatScrolls()
    {
        await using var page = await OpenAsync(OrganizationSamples.Night(40), 400, 860, isDark: false);
        var parts = await page.NumberAsync("document.querySelectorAll('.wide').length");
        Assert.InRange(parts, 6, 20);

        for (var part = 0; part < parts; part++)
        {
            await page.PressAsync("Tab");
            Assert.Equal(part, await page.NumberAsync("[...document.querySelectorAll('.wide')].indexOf(document.activeElement)"));
            Assert.NotEqual("none", await page.TextAsync("getComputedStyle(document.activeElement).outlineStyle"));
        }

        await page.EvaluateAsync("document.querySelector('table.week').parentElement.focus()");
        await page.PressAsync("ArrowRight");
        await page.EvaluateAsync("""
            new Promise(done => { const look = () => document.activeElement.scrollLeft > 0 ? done(1)
                : requestAnimationFrame(look); look(); })
            """);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(1280, true)]
    public async Task HostileNames_AreTextAndRunNothing(int width, bool isDark)
    {
        await using var page = await OpenAsync(OrganizationSamples.Of(DiagramSamples.Hostile), width, 800, isDark);

        await page.PhotographAsync($"report-hostile-{width}", isWhole: true);
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(0, await page.NumberAsync("document.scripts.length"));
        Assert.Equal(0, await page.NumberAsync("document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal("", await page.TextAsync(TooWide));
        Assert.Equal($"Flows of {DiagramSamples.Hostile[0]}", await page.TextAsync("document.querySelector('h1').textContent"));
        foreach (var name in (string[])["\"><script>alert(1)</script>", "]]>", "%%{init: {\"theme\":\"dark\"}}%%"])
        {
            Assert.Contains(name, await page.TextAsync(
                "[...document.querySelectorAll('table.failed tbody th')].map(h => h.textContent).join('\\n')"),
                System.StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(40, false)]
    [InlineData(40, true)]
    public async Task Axe_FindsNothing(int flows, bool isDark)
    {
        var axe = Axe.Script;
        foreach (var width in (int[])[400, 1280, 1920])
        {
            await using var page = await OpenAsync(OrganizationSamples.Night(flows), width, 900, isDark);

            Assert.Equal("", await Axe.ViolationsAsync(page, axe));
        }
    }

    private Task<Page> OpenAsync(OrganizationReport report, int width, int height, bool isDark) =>
        Page.OpenAsync(browser, ReportPage.Of(report), width, height, isDark);
}
