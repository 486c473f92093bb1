using System;

namespace BatchFlows.Model.Schedules;

/// <summary>
/// Says in words when a flow runs. Expressions that would need many words, and wrong ones, are shown as they are.
/// </summary>
internal static class ScheduleWords
{
    /// <summary>Two lines of a column in a narrow window.</summary>
    private const int Longest = 40;

    /// <param name="type">How the flow is scheduled: only a periodic one, or one of unknown type, follows its cron
    /// expression.</param>
    /// <param name="cron">Six or seven fields, as Quartz orders them.</param>
    public static string Of(FlowType? type, string? cron) => type switch
    {
        FlowType.Manual => "manual",
        FlowType.Temporary => "temporary",
        _ => string.IsNullOrWhiteSpace(cron) ? "" : Of(cron!),
    };

    private static string Of(string cron)
    {
        try
        {
            return Of(CronFields.Parse(cron)) is { Length: <= Longest } words ? words : cron.Trim();
        }
        catch (FormatException)
        {
            return cron.Trim();
        }
    }

    private static string? Of(CronFields fields)
    {
        if (TimeWords.Of(fields) is not { } time || DayWords.Of(fields.Days) is not { } day) return null;
        var period = PeriodWords.Of(fields.Months, fields.Years);
        var prefix = day.Text.Length > 0 ? day.Text : time.IsOften ? "" : "daily ";
        return prefix + time.Text + period.Text + Phrase.Exceptions(time, day, period);
    }
}
