using System;
using System.Linq;
using BatchFlows.Rendering.Terminal;
using CsCheck;

namespace BatchFlows.Rendering.Tests.Terminal;

public class SparklineTests
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    [Theory]
    [InlineData("", 10, "", "")]
    [InlineData("5", 10, "█", "#")]
    [InlineData("0 0", 10, "▁▁", "__")]
    [InlineData("0 1 2 3 4 5 6 7 8", 10, "▁▂▃▄▅▆▇██", "_.:-=+*##")]
    [InlineData("1 8 1 4", 2, "█▅", "#=")]
    [InlineData("1 1 8 1 1", 3, "▂█▂", ".#.")]
    public void Columns_are_in_proportion_to_the_highest(string values, int width, string expected, string plain)
    {
        var numbers = values.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(double.Parse).ToArray();
        Assert.Equal(expected, Sparkline.Of(numbers, width, isPlain: false));
        Assert.Equal(plain, Sparkline.Of(numbers, width, isPlain: true));
    }

    [Fact]
    public void A_longer_value_is_never_lower_and_nothing_is_left_out() =>
        Gen.Select(Gen.Double[0, 1e9].Array[0, 60], Gen.Int[1, 40]).Sample((values, width) =>
        {
            var line = Sparkline.Of(values, width, isPlain: false);
            Assert.Equal(Math.Min(width, values.Length), line.Length);
            Assert.True(values.Length == 0 || values.Max() == 0 || line.Contains('█', StringComparison.Ordinal));
            if (values.Length > width) return;
            var levels = line.Select(sign => Blocks.IndexOf(sign, StringComparison.Ordinal)).ToArray();
            var byValue = values.Select((value, place) => (value, place)).OrderBy(pair => pair.value)
                .Select(pair => levels[pair.place]).ToArray();
            Assert.Equal(byValue.Order(), byValue);
        });
}
