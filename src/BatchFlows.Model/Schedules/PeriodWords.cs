using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Model.Schedules;

/// <summary>Months and years in words, such as <c> in Jan-Mar in 2027</c>.</summary>
internal static class PeriodWords
{
    /// <summary>So many months are exceptions; more are not.</summary>
    private const int MostExceptions = 2;

    public static Phrase Of(SortedSet<int> months, SortedSet<int> years)
    {
        var ofYears = CronField.Year.IsAll(years) ? "" : YearText(ValueRun.Of(years, CronField.Year, wraps: false));
        if (CronField.Month.IsAll(months)) return new(ofYears);
        var missing = ValueRun.Missing(months, CronField.Month);
        if (missing.Count <= MostExceptions) return new(ofYears, $"in {Names(missing)}");
        var runs = ValueRun.Of(months, CronField.Month);
        return new($" in {ValueRun.Text(runs, CronField.Month.ShortNameOf)}{ofYears}");
    }

    private static string Names(SortedSet<int> months) => months.Count == 1
        ? CronField.Month.NameOf(months.Min)
        : string.Join(" and ", months.Select(CronField.Month.ShortNameOf));

    private static string YearText(IReadOnlyList<ValueRun> runs) =>
        runs.Count == 1 && runs[0].Last == CronField.Year.Most && runs[0].Count > 1 ? $" from {Text(runs[0].First)}"
        : runs.Count == 1 && runs[0].First == CronField.Year.Least && runs[0].Count > 1 ? $" until {Text(runs[0].Last)}"
        : $" in {ValueRun.Text(runs, Text)}";

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
