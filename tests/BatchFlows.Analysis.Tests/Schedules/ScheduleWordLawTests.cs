using System;
using System.Linq;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Model.Schedules;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>
/// What holds for the words of any expression. There are few values, so that many pairs have equal words.
/// </summary>
public class ScheduleWordLawTests
{
    private const int Longest = 40;

    /// <summary>Beginnings of a year, a leap year, a month with a holiday of its own, and a last year.</summary>
    private static readonly DateTimeOffset[] Starts =
        [.. new[] { "2026-01-01", "2026-02-27", "2026-07-30", "2028-02-28", "2029-12-30", "2098-01-01" }
            .Select(
                day => DateTimeOffset.Parse($"{day}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture))];

    private static readonly Gen<string> Days = Gen.OneOfConst(
        "* * ?", "? * *", "1/1 * ?", "1 * ?", "1,15 * ?", "15,1 * ?", "2-31 * ?", "1-30 * ?", "L * ?", "LW * ?",
        "L-1 * ?", "L-3 * ?",
        "15W * ?", "1,L * ?", "L,1 * ?", "31 * ?", "? * MON-FRI", "? * 2-6", "? * MON-SAT", "? * SUN-FRI", "? * 7-5",
        "? * 7-6", "? * SUN,MON",
        "? * SUN,SAT", "? * L", "? * 7", "? * 7L", "? * 6L", "? * MON#1", "? * 2#1", "? * 2#5", "* JAN ?", "* 1 ?",
        "* 9-7 ?", "* SEP-JUN ?",
        "? 9-7 MON-SAT", "1 NOV-FEB ?", "1 11,12,1,2 ?", "* 1-6 ?", "? 8 SUN", "2/2 * ?", "? * MON,WED,THU,SAT,SUN");

    private static readonly Gen<string> Expression = Gen.Select(
        Gen.Frequency((8, Gen.Const("0")), (1, Gen.OneOfConst("*", "0/10", "30", "0,30", "*/7"))),
        Gen.OneOfConst(
            "0", "30", "*", "0/1", "0/15", "*/15", "0,15,30,45", "5/15", "0/30", "0,30", "30/30", "0,20", "10", "0/7",
            "1/5"),
        Gen.OneOfConst(
            "*", "0/1", "2", "5-1", "0-1,5-23", "8-17", "22-5", "0/6", "0,6,12,18", "1/6", "1/2", "1-23", "0-22",
            "2,14", "14,2", "0/12", "0-2,4-12,14-23",
            "0/5", "20-3", "1,7,13,19"),
        Days,
        Gen.Frequency(
            (6, Gen.Const("*")), (1, Gen.OneOfConst("", "2027", "2027-2028", "2027/1", "1970-2030", "*/2", "2030"))),
        (second, minute, hour, day, year) => $"{second} {minute} {hour} {day} {year}".TrimEnd());

    [Fact]
    public void Expressions_with_equal_words_fire_together() => Expression.Array[400].Sample(
        expressions =>
        {
            foreach (var same in expressions.Distinct().GroupBy(text => ScheduleWords.Of(FlowType.Periodic, text)))
            {
                var times = same.Select(text => (Text: text, Times: TimesOf(text))).ToList();
                foreach (var (text, other) in times) Assert.True(
                    other == times[0].Times, $"{same.Key}: {times[0].Text} and {text}");
            }
        },
        iter: 25);

    [Fact]
    public void Words_are_short_or_the_expression_itself() =>
        Gen.OneOf(Expression, Gen.String, Gen.String[Gen.OneOfConst([.. "0123 */,-?LW#MON"]), 0, 30])
        .Sample(
            text =>
            {
                var words = ScheduleWords.Of(FlowType.Periodic, text);

                Assert.True(words == text.Trim() || words.Length <= Longest, words);
                if (!IsRight(text)) Assert.Equal(text.Trim(), words);
            },
            iter: 5_000);

    private static bool IsRight(string text) => Record.Exception(() => CronSchedule.Parse(text)) is null;

    private static string TimesOf(string text)
    {
        var schedule = CronSchedule.Parse(text);
        return string.Join(" ", Starts.SelectMany(
            start => schedule.After(start.AddTicks(-1), TimeZoneInfo.Utc).Take(25))
            .Select(fire => fire.Time.UtcTicks / TimeSpan.TicksPerSecond));
    }
}
