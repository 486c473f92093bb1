using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Statistics;

public class DurationsTests
{
    private static readonly Gen<TimeSpan> Span = Gen.Int[0, 1_000_000].Select(ms => TimeSpan.FromMilliseconds(ms));

    [Fact]
    public void A_percentile_is_that_of_a_line_drawn_through_the_sorted_values() =>
        Gen.Select(Span.Array[1, 40], Gen.Int[0, 100]).Sample((spans, percent) =>
        {
            var actual = Durations.Percentile(spans, percent / 100.0)!.Value.TotalMilliseconds;
            Assert.InRange(
                Math.Abs(actual - Naive([.. spans.Select(span => span.TotalMilliseconds)], percent)), 0, 0.01);
        });

    [Fact]
    public void A_percentile_has_no_error_of_binary_fractions() => Assert.Equal(
        TimeSpan.FromTicks(4_152_000_000),
        Durations.Percentile(
            [TimeSpan.FromSeconds(369), TimeSpan.FromSeconds(372), TimeSpan.FromSeconds(420)], 0.95));

    [Fact]
    public void Half_of_the_values_lie_on_each_side_of_the_median() => Span.Array[1, 40].Sample(spans =>
    {
        var median = Durations.Median(spans)!.Value;
        return spans.Count(span => span <= median) * 2 >= spans.Length
            && spans.Count(span => span >= median) * 2 >= spans.Length;
    });

    [Fact]
    public void Percentiles_rise_and_lie_within_the_values() =>
        Gen.Select(Span.Array[1, 40], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((spans, one, other) =>
            Durations.Percentile(spans, Math.Min(one, other)) <= Durations.Percentile(spans, Math.Max(one, other))
            && Durations.Percentile(spans, one) >= spans.Min() && Durations.Percentile(spans, one) <= spans.Max());

    [Fact]
    public void Of_nothing_nothing_is_known()
    {
        Assert.Null(Durations.Median([]));
        Assert.Null(Durations.Trend([.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 7)]));
        Assert.Null(Durations.Trend([.. Enumerable.Repeat(TimeSpan.Zero, 20)]));
    }

    [Fact]
    public void Equal_durations_have_no_trend_and_longer_ones_at_the_end_have_one()
    {
        Assert.Equal(0, Durations.Trend([.. Enumerable.Repeat(TimeSpan.FromSeconds(9), 30)]));
        Assert.Equal(1, Durations.Trend([.. Seconds(10, 9), .. Seconds(20, 3)]));
        Assert.Equal(-0.5, Durations.Trend([.. Seconds(10, 9), .. Seconds(5, 3)]));
        Assert.Equal(0, Durations.Trend([.. Seconds(20, 3), .. Seconds(10, 9)]));
    }

    [Fact]
    public void The_trend_is_the_same_in_any_unit() => Gen.Select(Span.Array[8, 40], Gen.Int[2, 50]).Sample(
        (spans, factor) =>
        {
            var (one, other) = (Durations.Trend(spans), Durations.Trend([.. spans.Select(span => span * factor)]));
            return one is null ? other is null : Math.Abs(one.Value - other!.Value) < 1e-3;
        });

    private static IEnumerable<TimeSpan> Seconds(int seconds, int count) =>
        Enumerable.Repeat(TimeSpan.FromSeconds(seconds), count);

    /// <summary>Walks along the sorted values, a hundredth of their number at a time.</summary>
    private static double Naive(double[] values, int percent)
    {
        Array.Sort(values);
        var hundredths = percent * (values.Length - 1);
        var below = 0;
        while (hundredths >= 100)
        {
            below++;
            hundredths -= 100;
        }
        return hundredths == 0
            ? values[below]
            : ((values[below] * (100 - hundredths)) + (values[below + 1] * hundredths)) / 100;
    }
}
