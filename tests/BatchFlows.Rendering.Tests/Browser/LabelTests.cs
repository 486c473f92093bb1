using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

/// <summary>Labels as the browser lays them out, with the widths of its own fonts.</summary>
public class LabelTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Labels that leave their boxes or the picture, and labels that lie on one another; one a line.</summary>
    private const string Faults = """
        (() => {
            const edge = 0.5, faults = [];
            const place = element => {
                const [box, at] = [element.getBBox(), element.getCTM()];
                return { left: at.e + box.x, right: at.e + box.x + box.width, top: at.f + box.y,
                    bottom: at.f + box.y + box.height, text: element.textContent };
            };
            const isIn = (one, other) => one.left >= other.left - edge && one.right <= other.right + edge
                && one.top >= other.top - edge && one.bottom <= other.bottom + edge;
            const all = [...document.querySelectorAll('text')].map(text => {
                const label = place(text), box = text.closest('.box:not(.bar)');
                if (box && !isIn(label, place(box.querySelector('rect')))) faults.push('out of its box: ' + label.text);
                if (!isIn(label, place(document.querySelector('.page')))) faults.push('cut: ' + label.text);
                return label;
            }).filter(label => label.text).sort((a, b) => a.left - b.left);
            const bars = [...document.querySelectorAll('.bar .run')].map(bar => [bar.parentNode, place(bar)]);
            for (const text of document.querySelectorAll('g > .note')) {
                const label = place(text);
                for (const [own, bar] of bars)
                    if (own !== text.parentNode && label.left < bar.right && bar.left < label.right - edge
                        && label.top < bar.bottom - 1 && bar.top < label.bottom - 1) faults.push('on a bar: ' + label.text);
            }
            all.forEach((one, i) => {
                for (let j = i + 1; j < all.length && all[j].left < one.right - edge; j++)
                    if (all[j].top < one.bottom - 3 && one.top < all[j].bottom - 3)
                        faults.push('overlap: ' + one.text + ' and ' + all[j].text);
            });
            return faults.slice(0, 5).join('\n');
        })()
        """;

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOfConst(DiagramSamples.Hostile), Gen.Char["WMmw@iIl_. \u5909\u96fb\u6240Aa\u0416\u03a9\u05d0\u0e01"].Array[1, 60].Select(letters => new string(letters)),
        Gen.String[Gen.Char.AlphaNumeric, 1, 40]);

    [Theory]
    [InlineData(12, 40)]
    [InlineData(60, 10)]
    [InlineData(1000, 2)]
    public async Task Graphs_HaveNoLabelsThatOverlapOrAreCut(int most, int times)
    {
        browser.Require();
        await Diagrams(most).SampleAsync(
            async diagram =>
            {
                await using var page = await Page.OpenAsync(
                    browser, SvgPicture.Of(GraphPicture.Of(diagram)), 1280, 800, isDark: false, ".svg");

                Assert.Equal("", await page.TextAsync(Faults));
            },
            iter: times, threads: 1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    [InlineData(1000)]
    public async Task Timelines_HaveNoLabelsThatOverlapOrAreCut(int count)
    {
        browser.Require();
        var night = TimelineSamples.Night(count);
        var rows = night.Rows.Select((row, i) => row with
        {
            Label = DiagramBuilder.Shown(DiagramSamples.Hostile[i % DiagramSamples.Hostile.Length]),
            Group = DiagramBuilder.Shown($"{i / 5} {DiagramSamples.Hostile[i / 5 % DiagramSamples.Hostile.Length]}"),
            Note = i % 7 == 0 ? "timed out, 12:34:56" : row.Note,
        });
        await using var page = await Page.OpenAsync(
            browser, SvgPicture.Of(TimelinePicture.Of(night with { Rows = [.. rows] })), 1280, 800, isDark: false,
            ".svg");

        Assert.Equal("", await page.TextAsync(Faults));
    }

    private static Gen<Diagram> Diagrams(int most) =>
        from names in Name.Array[Math.Max(1, most / 2), most]
        from edges in Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, names.Length - 1])
            .Array[0, names.Length * 3 / 2]
        from kinds in Gen.OneOfConst(Enum.GetValues<DiagramNodeKind>()).Array[names.Length]
        from marks in Gen.OneOfConst(Enum.GetValues<DiagramMark>()).Array[names.Length]
        select new Diagram(
            names[0],
            [.. names.Select((name, i) => new DiagramNode(DiagramBuilder.Shown(name), kinds[i])
            {
                Mark = marks[i],
                Note = names[^(i + 1)],
            })],
            [.. edges.Distinct().Select(edge => new DiagramEdge(
                Math.Min(edge.Item1, edge.Item2), Math.Max(edge.Item1, edge.Item2)))]);
}
