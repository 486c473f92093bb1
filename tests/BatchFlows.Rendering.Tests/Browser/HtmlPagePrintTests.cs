using System;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Pictures;

namespace BatchFlows.Rendering.Tests;

/// <summary>Paper shows all of a picture, whatever was in view, and the screen is afterwards as it was.</summary>
public partial class HtmlPagePrintTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(50, 1)]
    [InlineData(300, 5)]
    public async Task RowsOfATimeline_HaveAsManySheetsAsTheyNeed(int count, int least)
    {
        await using var page = await OpenAsync(TimelinePicture.Of(TimelineSamples.Night(count)));

        Assert.InRange(await SheetsAsync(page), least, count / 10);
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1200)]
    public async Task GraphThatWasMoved_IsPrintedWhole_AndStaysWhereItWas(int count)
    {
        await using var page = await OpenAsync(GraphPicture.Of(DiagramSamples.Flow(count)));
        await page.EvaluateAsync("scale = 3, left = -5000, top_ = -7000, painter.draw()");
        var before = await page.TextAsync(State);

        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(
            count > 1000 ? "" : await page.TextAsync("`0 0 ${size.width} ${size.height}`"),
            await page.TextAsync("view.firstElementChild.getAttribute('viewBox') ?? ''"));
        Assert.Equal("1", await page.TextAsync(
            "'' + (left >= 0 && top_ >= 0 && left + size.width * scale <= innerWidth ? 1 : 0)"));
        Assert.Equal("#ffffff", await page.TextAsync("getComputedStyle(view).getPropertyValue('--page').trim()"));
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await page.SettleAsync();

        Assert.Equal(before, await page.TextAsync(State));
        Assert.True(await SheetsAsync(page) > 0);
        Assert.Equal(before, await page.TextAsync(State));
        Assert.Empty(page.Complaints);
    }

    private const string State = """
        [scale, left, top_, view.firstElementChild.getAttribute('viewBox'), view.querySelector('#world')?.getAttribute('transform'),
            getComputedStyle(view).getPropertyValue('--page')].join()
        """;

    private async Task<Page> OpenAsync(Picture picture)
    {
        browser.Require();
        return await Page.OpenAsync(browser, HtmlPage.Of(picture), 1200, 800, isDark: true);
    }

    private static async Task<int> SheetsAsync(Page page)
    {
        var answer = await page.CallAsync("Page.printToPDF", new { landscape = true });
        var text = Encoding.Latin1.GetString(Convert.FromBase64String((string)answer["data"]!));
        await page.SettleAsync();
        return Sheet().Count(text);
    }

    [GeneratedRegex("/Type /Page\\b")]
    private static partial Regex Sheet();
}
