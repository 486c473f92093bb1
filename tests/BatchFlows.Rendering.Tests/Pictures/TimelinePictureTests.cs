using System;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Texts;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class TimelinePictureTests
{
    [Fact]
    public void TimesOfTheAxis_HaveRoomInThePicture() => TimelineSamples.Any.Sample(
        timeline =>
        {
            var picture = TimelinePicture.Of(timeline);

            Assert.All(
                picture.Rules,
                rule => Assert.InRange(rule.X + LabelWidth.Of(rule.Label, FontSizes.Note), 0, picture.Width));
        },
        iter: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Page_OffersToFold_WhereThereAreArrows(bool isTimeline)
    {
        var page = HtmlPage.Of(isTimeline
            ? TimelinePicture.Of(TimelineSamples.Night(5))
            : GraphPicture.Of(DiagramSamples.Flow(5)));

        Assert.Equal(!isTimeline, page.Contains("id=\"fold\" type=\"button\">Fold", StringComparison.Ordinal));
        Assert.Equal(!isTimeline, page.Contains("Enter folds", StringComparison.Ordinal));
    }
}
