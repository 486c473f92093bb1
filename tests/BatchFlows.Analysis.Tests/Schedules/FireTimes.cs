using System;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>Fire times as texts, with a question mark after those that are doubtful.</summary>
internal static class FireTimes
{
    private const string Form = "yyyy-MM-dd HH:mm zzz";

    public static string[] Of(string cron, string zone, string after, int count) =>
        [.. CronSchedule.Parse(cron)
            .After(
                DateTimeOffset.ParseExact(after, Form, CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone))
            .Take(count)
            .Select(fire => fire.Time.ToString(Form, CultureInfo.InvariantCulture) + (fire.IsDoubtful ? " ?" : ""))];
}
