using System;
using System.Collections.Generic;

namespace BatchFlows.Model.Schedules;

/// <summary>The fields of a cron expression of Quartz: the values that each allows.</summary>
internal sealed record CronFields(
    SortedSet<int> Seconds, SortedSet<int> Minutes, SortedSet<int> Hours, IReadOnlyList<CronDays> Days,
    SortedSet<int> Months, SortedSet<int> Years)
{
    /// <param name="text">Six or seven fields.</param>
    /// <exception cref="FormatException">
    /// The expression is wrong; the message says where, as the end of a sentence without a full stop.
    /// </exception>
    public static CronFields Parse(string text)
    {
        var fields = text.ToUpperInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is 6 or 7)
        {
            return new(
                CronField.Second.Read(fields[0]), CronField.Minute.Read(fields[1]), CronField.Hour.Read(fields[2]),
                CronDays.Read(fields[3], fields[5]), CronField.Month.Read(fields[4]),
                CronField.Year.Read(fields.Length > 6 ? fields[6] : "*"));
        }

        var hint = fields.Length == 5
            ? "; a Unix expression lacks the seconds, and one of its days must be a question mark"
            : "";
        throw new FormatException($"it has {fields.Length} field{(fields.Length == 1 ? "" : "s")}, not 6 or 7{hint}");
    }
}
