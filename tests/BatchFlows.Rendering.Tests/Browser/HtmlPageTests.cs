using System.Threading.Tasks;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Pictures;

namespace BatchFlows.Rendering.Tests;

/// <summary>Pages in a real browser.</summary>
public class HtmlPageTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Boxes whose texts leave them, or lie on another box.</summary>
    private const string Overlaps = """
        (() => {
            const rects = [...document.querySelectorAll('.box')].map(b => [b, b.querySelector('rect').getBoundingClientRect()]);
            const texts = [...document.querySelectorAll('.box text')].map(t => [t, t.getBoundingClientRect()]);
            const out = texts.filter(([t, r]) => { const b = t.parentNode.querySelector('rect').getBoundingClientRect();
                return r.left < b.left - .5 || r.right > b.right + .5 || r.top < b.top - .5 || r.bottom > b.bottom + .5; });
            const all = texts.map(([, r]) => r).sort((a, b) => a.left - b.left);
            let over = 0;
            for (let i = 0; i < all.length; i++) for (let j = i + 1; j < all.length && all[j].left < all[i].right; j++)
                if (all[j].top < all[i].bottom - 2 * scale && all[i].top < all[j].bottom - 2 * scale) over++;
            return out.length + over + (rects.length === boxes.length ? 0 : 1000);
        })()
        """;

    public static TheoryData<int, int, int, bool> Looks()
    {
        var looks = new TheoryData<int, int, int, bool>();
        foreach (var count in (int[])[5, 50, 1000, 5000])
        {
            foreach (var (width, height) in ((int, int)[])[(1440, 900), (800, 600), (390, 844)])
            {
                foreach (var isDark in (bool[])[false, true]) looks.Add(count, width, height, isDark);
            }
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_IsDrawn_WithoutErrorsAndRequests(int count, int width, int height, bool isDark)
    {
        await using var page = await OpenAsync(count, width, height, isDark);

        await page.PhotographAsync($"page-{count}-{width}-{(isDark ? "dark" : "light")}");
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(0, await page.NumberAsync(
            "document.documentElement.scrollWidth - innerWidth + document.documentElement.scrollHeight - innerHeight"));
        Assert.Equal(count > 1000 ? "CANVAS" : "svg", await page.TextAsync("view.firstElementChild.tagName"));
        Assert.InRange(await page.NumberAsync("view.clientHeight"), 250, height);
        if (count <= 1000)
        {
            await page.EvaluateAsync("zoom(1 / scale)"); // texts are compared at their own size
            await page.SettleAsync();
            Assert.Equal(0, await page.NumberAsync(Overlaps));
        }
        else
        {
            Assert.InRange(await page.NumberAsync(Colours), 4, int.MaxValue);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    public async Task MouseMovesZoomsAndFolds(int count)
    {
        await using var page = await OpenAsync(count, 1200, 800, isDark: false);
        var (left, scale) = (await page.NumberAsync("left"), await page.NumberAsync("scale"));

        await page.MouseAsync("mousePressed", 600, 700);
        await page.MouseAsync("mouseMoved", 640, 700);
        await page.MouseAsync("mouseMoved", 700, 700);
        await page.MouseAsync("mouseReleased", 700, 700);
        Assert.Equal(left + 100, await page.NumberAsync("left"), 3);

        await page.MouseAsync("mouseWheel", 600, 400, deltaY: -300);
        Assert.True(await page.NumberAsync("scale") > scale * 1.3);

        await page.EvaluateAsync("choose(0), show(0)");
        await page.SettleAsync();
        var (x, y) = (
            await page.NumberAsync("view.getBoundingClientRect().left + left + (boxes[0].x + 20) * scale"),
            await page.NumberAsync("view.getBoundingClientRect().top + top_ + (boxes[0].y + 20) * scale"));
        for (var click = 1; click <= 2; click++)
        {
            await page.MouseAsync("mousePressed", x, y, click);
            await page.MouseAsync("mouseReleased", x, y, click);
        }

        Assert.Equal(count - 1, await page.NumberAsync("hidden.filter(h => h).length"));
        await page.PhotographAsync($"folded-{count}");
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    public async Task KeysGoFromBoxToBox_Fold_AndSearch(int count)
    {
        await using var page = await OpenAsync(count, 1200, 800, isDark: false);

        await page.EvaluateAsync("view.focus()");
        await page.PressAsync("ArrowRight");
        Assert.Equal(0, await page.NumberAsync("chosen"));
        await page.PressAsync("ArrowRight");
        var second = await page.NumberAsync("chosen");
        Assert.Equal(1, await page.NumberAsync($"after[0].includes({second}) ? 1 : 0"));
        Assert.Contains("task_0_", await page.TextAsync("about.textContent"), System.StringComparison.Ordinal);
        await page.PressAsync("ArrowDown");
        Assert.NotEqual(second, await page.NumberAsync("chosen"));
        await page.PressAsync("Home");
        await page.PressAsync("Enter");
        Assert.Equal(count - 1, await page.NumberAsync("hidden.filter(h => h).length"));
        await page.PressAsync(" ");
        Assert.Equal(0, await page.NumberAsync("hidden.filter(h => h).length"));

        var scale = await page.NumberAsync("scale");
        await page.PressAsync("+");
        Assert.Equal(scale * 1.25, await page.NumberAsync("scale"), 6);
        var left = await page.NumberAsync("left");
        await page.PressAsync("ArrowRight", hasShift: true);
        Assert.Equal(left - 80, await page.NumberAsync("left"), 6);

        await page.PressAsync("/");
        foreach (var letter in "_42_") await page.PressAsync(letter.ToString());
        Assert.Equal($"1 of {count}", await page.TextAsync("document.getElementById('found').textContent"));
        await page.PressAsync("Enter");
        Assert.Equal(42, await page.NumberAsync("chosen"));
        Assert.Equal(1, await page.NumberAsync(
            "boxes[42].x * scale + left > 0 && (boxes[42].x + boxes[42].w) * scale + left < view.clientWidth ? 1 : 0"));
        await page.PhotographAsync($"found-{count}");

        await page.EvaluateAsync("document.getElementById('all').open = true");
        await page.SettleAsync();
        Assert.Equal(count, await page.NumberAsync("document.querySelectorAll('#list li').length"));
        await page.PhotographAsync($"list-{count}");
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData(20, 800, true)]
    [InlineData(20, 1440, false)]
    [InlineData(3000, 1440, false)]
    public async Task Timelines_AreDrawn_AndCanBeSearched(int count, int width, bool isDark)
    {
        browser.Require();
        await using var page = await Page.OpenAsync(
            browser, HtmlPage.Of(TimelinePicture.Of(TimelineSamples.Night(count))), width, 700, isDark);

        await page.PhotographAsync($"timeline-{count}-{width}");
        await page.EvaluateAsync("find.focus()");
        foreach (var letter in "run_7") await page.PressAsync(letter.ToString());
        await page.PressAsync("Enter");
        Assert.Equal("run_7", (await page.TextAsync("boxes[chosen].name"))[..5]);
        await page.PhotographAsync($"timeline-found-{count}-{width}");
        await page.EvaluateAsync("view.focus()");
        var y = await page.NumberAsync("boxes[chosen].y");
        await page.PressAsync("ArrowDown");
        Assert.True(await page.NumberAsync("boxes[chosen].y") > y);
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(800, true)]
    [InlineData(390, false)]
    public async Task SvgAlone_IsDrawn_WithItsTextsInItsBoxes(int width, bool isDark)
    {
        browser.Require();
        await using var page = await Page.OpenAsync(
            browser, Svg.SvgPicture.Of(GraphPicture.Of(DiagramSamples.Flow(50))), width, 800, isDark, ".svg");

        await page.PhotographAsync($"svg-{width}");
        await page.EvaluateAsync("var scale = 1, boxes = document.querySelectorAll('.box')");
        Assert.Equal(0, await page.NumberAsync(Overlaps));
        Assert.Equal(
            isDark ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)",
            await page.TextAsync("getComputedStyle(document.querySelector('.page')).fill"));
        Assert.Equal(
            await page.TextAsync("getComputedStyle(document.querySelector('.page')).fill"),
            await page.TextAsync("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task HostileNames_AreTextAndRunNothing()
    {
        var picture = GraphPicture.Of(new Analysis.Diagrams.Diagram(
            DiagramSamples.Hostile[0],
            [
                .. System.Linq.Enumerable.Select(
                    DiagramSamples.Hostile,
                    name => new Analysis.Diagrams.DiagramNode(name, default) { Note = name, Details = [name] })],
            []));
        browser.Require();
        await using var page = await Page.OpenAsync(browser, HtmlPage.Of(picture), 1200, 800, isDark: false);

        await page.EvaluateAsync("document.getElementById('all').open = true, choose(0)");
        await page.SettleAsync();
        await page.PhotographAsync("hostile");
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Requests);
        Assert.Equal(2, await page.NumberAsync("document.scripts.length"));
        Assert.Equal(DiagramSamples.Hostile[0], await page.TextAsync("document.title"));
        Assert.Equal(
            DiagramSamples.Hostile[0], await page.TextAsync("document.querySelector('#list button').textContent"));
    }

    private const string Colours = """
        (() => {
            const canvas = view.querySelector('canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let i = 0; i < pixels.length; i += 4) seen.add(pixels[i] + ',' + pixels[i + 1] + ',' + pixels[i + 2]);
            return seen.size;
        })()
        """;

    private async Task<Page> OpenAsync(int count, int width, int height, bool isDark)
    {
        browser.Require();
        return await Page.OpenAsync(
            browser, HtmlPage.Of(GraphPicture.Of(DiagramSamples.Flow(count))), width, height, isDark);
    }
}
