using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Rules;

/// <summary>Texts of a definition in messages.</summary>
internal static class Texts
{
    private const int Most = 6;

    /// <summary>Names in quotes, at most a few of them.</summary>
    public static string List(IReadOnlyCollection<string> names) => NameList.Of([.. names.Select(Of)], Most);

    public static string Of(string? name) => $"'{ShownText.Of(name ?? "")}'";

    /// <summary>A time span in its largest whole unit, such as <c>90 minutes</c>.</summary>
    public static string Of(TimeSpan time) =>
        time.TotalSeconds % 60 != 0 ? $"{Of(time.TotalSeconds)} seconds"
        : time.TotalMinutes % 60 != 0 ? $"{Of(time.TotalMinutes)} minutes"
        : time.TotalHours % 24 != 0 ? $"{Of(time.TotalHours)} hours"
        : $"{Of(time.TotalDays)} days";

    public static string Of(double number) => number.ToString(CultureInfo.InvariantCulture);
}
