using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Organization;
using BatchFlows.Rendering.Pictures;

namespace BatchFlows.Rendering.Tests;

/// <summary>What a page shows at first, and after something was folded.</summary>
public class HtmlPageViewTests(Browser browser) : IClassFixture<Browser>
{
    private const string IsSeen = """
        (i => { const box = boxes[i], x = box.x * scale + left, y = box.y * scale + top_;
            return x >= 0 && y >= 0 && x < view.clientWidth && y + box.h * scale <= view.clientHeight ? 1 : 0; })
        """;

    /// <summary>Pairs of boxes that overlap, among those that are not hidden.</summary>
    private const string Overlapping = """
        boxes.flatMap((a, i) => boxes.filter((b, j) => j > i && !hidden[i] && !hidden[j]
            && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)).length
        """;

    /// <summary>Arrows that do not begin and end at the boxes that they connect.</summary>
    private const string Loose = """
        data.arrows.filter(([from, to, , isBack, points]) => {
            const [one, other] = isBack ? [boxes[to], boxes[from]] : [boxes[from], boxes[to]];
            const at = isBack ? [...points.slice(-2), ...points.slice(0, 2)] : [...points.slice(0, 2), ...points.slice(-2)];
            return !hidden[from] && !hidden[to] && from !== to && (at[0] < one.x || at[2] - other.x > 1 || at[1] < one.y
                || at[1] > one.y + one.h || at[3] < other.y || at[3] > other.y + other.h);
        }).length
        """;

    /// <summary>Where the time axis of a timeline ends.</summary>
    private const string AxisEnd = "Math.max(...boxes.map(box => box.x + box.w))";

    [Theory]
    [InlineData(50, 390)]
    [InlineData(1000, 390)]
    [InlineData(1000, 1440)]
    [InlineData(5000, 1440)]
    public async Task LargeGraph_BeginsAtTheFirstFailure_InASizeThatCanBeRead(int count, int width)
    {
        var flow = DiagramSamples.Flow(count);
        var failed = count * 3 / 4;
        await using var page = await OpenAsync(GraphPicture.Of(flow with
        {
            Nodes = [.. flow.Nodes.Select((node, i) => node with
            {
                Mark = i >= failed && i % 5 == 0 ? DiagramMark.Failed : DiagramMark.Success,
            })],
        }), width);

        Assert.InRange(await page.NumberAsync("scale"), 0.8, 1.25);
        Assert.Equal(1, await page.NumberAsync($"{IsSeen}({(failed + 4) / 5 * 5})"));
        Assert.Equal(0, await page.NumberAsync("""
            Math.max(0, Math.min(left, size.width * scale - view.clientWidth) - 12,
                Math.min(top_, size.height * scale - view.clientHeight) - 12)
            """));
        await page.EvaluateAsync("fit()");
        await page.SettleAsync();
        Assert.InRange(await page.NumberAsync("Math.max(data.width * scale - view.clientWidth, data.height * scale - view.clientHeight)"), -100_000, 0);
    }

    [Theory]
    [InlineData(5, 390)]
    [InlineData(200, 390)]
    [InlineData(200, 1440)]
    [InlineData(3000, 1440)]
    public async Task Timeline_BeginsWithItsFirstRows_AndItsTimesStayInSight(int count, int width)
    {
        await using var page = await OpenAsync(TimelinePicture.Of(TimelineSamples.Night(count)), width);

        Assert.InRange(await page.NumberAsync("scale"), width < 800 ? 0.6 : 0.8, 1.25);
        Assert.InRange(await page.NumberAsync($"view.clientWidth / ({AxisEnd} * scale + left)"), 0.6, 10);
        Assert.Equal(1, await page.NumberAsync($"{IsSeen}(0)"));
        await page.EvaluateAsync("top_ -= 900, redraw()");
        await page.SettleAsync();
        await page.PhotographAsync($"times-{count}-{width}");
        if (count > 1000) return;
        var tops = await page.TextAsync("""
            [...document.querySelectorAll('#world > .note')].filter(note => /^\d\d:\d\d$/.test(note.textContent))
                .map(note => note.getBoundingClientRect().top - view.getBoundingClientRect().top)
                .filter(top => top < -4 || top > 40).join()
            """);
        Assert.Equal("", tops);
    }

    [Theory]
    [InlineData(200, 1440)]
    [InlineData(3000, 1440)]
    [InlineData(3000, 390)]
    public async Task LongTimeline_FitsItsWidth_WithRowsThatCanBeToldApart(int count, int width)
    {
        await using var page = await OpenAsync(TimelinePicture.Of(TimelineSamples.Night(count)), width);

        await page.EvaluateAsync("fit()");
        await page.SettleAsync();
        await page.PhotographAsync($"timeline-fit-{count}-{width}");
        Assert.InRange(await page.NumberAsync("size.width * scale + left"), width - 400, width);
        Assert.InRange(await page.NumberAsync("(boxes[1].y - boxes[0].y) * scale"), 5, 100);
        Assert.Equal(1, await page.NumberAsync($"{IsSeen}(0)"));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1200)]
    public async Task Folding_MovesTheRestTogether_AndUnfoldingBack(int count)
    {
        // The first box leads to two trees: a wide one, and a chain.
        var flow = new Diagram(
            "trees", [.. Enumerable.Range(0, count).Select(i => new DiagramNode($"task_{i}", DiagramNodeKind.Task))],
            [.. Enumerable.Range(1, count - 1).Select(i => new DiagramEdge(
                i < 3 ? 0 : i == 9 ? 2 : i % 9 == 0 ? i - 9 : i < 20 ? 1 : 3, i))]);
        await using var page = await OpenAsync(GraphPicture.Of(flow), 1200);
        var before = await page.TextAsync("JSON.stringify([boxes, data.arrows, size])");
        await page.EvaluateAsync("choose(1)");
        var y = await page.NumberAsync("boxes[1].y * scale + top_");

        await page.EvaluateAsync("fold(1)");
        await page.SettleAsync();
        await page.PhotographAsync($"folded-together-{count}");
        Assert.InRange(await page.NumberAsync("hidden.filter(h => h).length"), count / 2, count - 3);
        Assert.InRange(await page.NumberAsync("size.height / data.height"), 0, 0.8);
        Assert.Equal(0, await page.NumberAsync(Overlapping));
        Assert.StartsWith("task_1. Follows task_0.", await page.TextAsync("about.textContent"), System.StringComparison.Ordinal);
        Assert.Equal(0, await page.NumberAsync(Loose));
        Assert.Equal(y, await page.NumberAsync("boxes[1].y * scale + top_"), 3);
        if (count <= 1000)
        {
            Assert.Equal(0, await page.NumberAsync("""
                boxes.filter((box, i) => !hidden[i]
                    && Math.abs(document.querySelector(`#n${i} rect`).getBoundingClientRect().left
                        - view.getBoundingClientRect().left - box.x * scale - left) > 2).length
                """));
        }

        await page.EvaluateAsync("fold(1)");
        Assert.Equal(before, await page.TextAsync("JSON.stringify([boxes, data.arrows, size])"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Search_FindsStatesToo()
    {
        await using var page = await OpenAsync(GraphPicture.Of(DiagramSamples.Flow(50)), 1200);

        await page.EvaluateAsync("find.focus()");
        foreach (var letter in "failed") await page.PressAsync(letter.ToString());
        var failed = await page.NumberAsync("boxes.filter(box => box.mark === 'failed').length");
        Assert.Equal($"{failed} of 50", await page.TextAsync("document.getElementById('found').textContent"));
        await page.PressAsync("Enter");
        Assert.Equal("failed", await page.TextAsync("boxes[chosen].mark"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Paper_IsLight_AndHasNoTools(bool isReport)
    {
        browser.Require();
        var html = isReport
            ? ReportPage.Of(OrganizationSamples.Night(3))
            : HtmlPage.Of(GraphPicture.Of(DiagramSamples.Flow(50)));
        await using var page = await Page.OpenAsync(browser, html, 1200, 800, isDark: true);

        await page.CallAsync(
            "Emulation.setEmulatedMedia",
            new { media = "print", features = new[] { new { name = "prefers-color-scheme", value = "dark" } } });
        await page.SettleAsync();
        await page.PhotographAsync($"print-{isReport}");
        Assert.Equal("rgb(255, 255, 255)", await page.TextAsync("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(246, 248, 250)", await page.TextAsync("getComputedStyle(document.querySelector('.box > rect')).fill"));
        Assert.Equal(0, await page.NumberAsync("[...document.querySelectorAll('button, input')].filter(one => one.offsetWidth).length"));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(50, true)]
    [InlineData(1200, true)]
    public async Task ForcedColours_AreThoseOfTheSystem(int count, bool isDark)
    {
        await using var page = await OpenAsync(GraphPicture.Of(DiagramSamples.Flow(count)), 1200);

        await page.CallAsync("Emulation.setEmulatedMedia", new
        {
            features = new[]
            {
                new { name = "forced-colors", value = "active" },
                new { name = "prefers-color-scheme", value = isDark ? "dark" : "light" },
            },
        });
        await page.EvaluateAsync("redraw()");
        await page.SettleAsync();
        await page.PhotographAsync($"forced-{count}-{isDark}");
        await page.EvaluateAsync("""
            var system = name => { const one = document.createElement('i'); one.style.color = name; document.body.append(one);
                return getComputedStyle(one).color; };
            """);
        if (count > 1000)
        {
            Assert.Equal(0, await page.NumberAsync("""
                (() => { const canvas = view.firstElementChild, pixel = canvas.getContext('2d').getImageData(1, 1, 1, 1).data;
                    return system('Canvas') === `rgb(${[...pixel.slice(0, 3)].join(', ')})` ? 0 : 1; })()
                """));
            return;
        }

        Assert.Equal(
            await page.TextAsync("system('CanvasText') + system('Canvas')"),
            await page.TextAsync("getComputedStyle(document.querySelector('.label')).fill + getComputedStyle(document.querySelector('.box > rect')).fill"));
    }

    [Fact]
    public async Task CanvasIsMadeAnew_OnlyWhenItsSizeChanges()
    {
        await using var page = await OpenAsync(GraphPicture.Of(DiagramSamples.Flow(1200)), 1200);
        await page.CallAsync(
            "Emulation.setDeviceMetricsOverride", new { width = 1203, height = 801, deviceScaleFactor = 1.1, mobile = false });
        await page.SettleAsync();

        Assert.Equal(0, await page.NumberAsync("""
            (() => {
                const canvas = view.firstElementChild, width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width');
                let made = 0;
                painter.draw();
                Object.defineProperty(canvas, 'width', { get() { return width.get.call(this); }, set(to) { made++; width.set.call(this, to); } });
                painter.draw();
                painter.draw();
                return made;
            })()
            """));
        Assert.Empty(page.Complaints);
    }

    private async Task<Page> OpenAsync(Picture picture, int width)
    {
        browser.Require();
        return await Page.OpenAsync(browser, HtmlPage.Of(picture), width, 800, isDark: false);
    }
}
