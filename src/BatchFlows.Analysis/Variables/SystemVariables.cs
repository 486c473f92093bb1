using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Variables;

/// <summary>The variables that the service itself replaces in commands, parameters and paths.</summary>
internal static class SystemVariables
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "cal_dt", "cal_dt8", "ncal_dt", "ncal_dt8", "last_week10", "last_week8", "first_day_this_month10",
        "first_day_this_month8", "end_day_this_month10", "end_day_this_month8", "first_day_last_month10",
        "first_day_last_month8", "last_day_last_month10", "last_day_last_month8", "monday_next_week10",
        "monday_next_week8", "30days_cal_dt", "hcal_dt8", "cal_hr", "this_hour", "unix_timestamp", "task_id",
        "instance_id", "env.APP_CUSTOMER", "env.APP_ID", "sub_task_key",
    };

    private static readonly Regex DaysBefore = new(@"^cal_dt8?-[0-9]{1,4}\z", RegexOptions.CultureInvariant);

    private static readonly Regex Family = new(
        "^(?:[a-z]{0,2}cal_|last_week|(?:first|end|last)_day_|monday_|this_hour|unix_|env\\.|sub_task|trigger_time"
            + "|[0-9]+days_)",
        RegexOptions.CultureInvariant);

    public static IEnumerable<string> All => Names;

    public static bool IsKnown(string name) => Names.Contains(name) || DaysBefore.IsMatch(name);

    /// <summary>True for a name that looks like one of them, whether it is one or not.</summary>
    public static bool LooksLikeOne(string name) => IsKnown(name) || Family.IsMatch(name);
}
