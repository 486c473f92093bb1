using System;

namespace BatchFlows.Sandbox;

/// <summary>What ran in the last day: some runs went well, one failed, one is still running.</summary>
internal static class HistorySeed
{
    public static void AddTo(Organization organization, DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(now.UtcDateTime.Hour);
        Add(3001, hour.AddHours(-10.5));
        for (var run = 6; run > 0; run--) Add(3002, hour.AddMinutes(-5 * run));
        Add(3003, hour.AddHours(-3).AddMinutes(10), ForecastWithoutWeather);
        Add(3003, hour.AddHours(-2).AddMinutes(10));
        Add(3005, now.AddMinutes(-5), LongRating);
        organization.Advance(now);

        void Add(long flowId, DateTimeOffset triggerTime, Func<string, string>? change = null)
        {
            var flow = organization.Flows[flowId];
            var today = flow.Definition;
            if (change is not null) flow.Definition = change(today);
            organization.AddRun(
                NewRun.Of(flow, organization.TaskIdsOf(flow), triggerTime, triggerTime, organization.UtcOffset));
            flow.Definition = today;
            organization.Advance(triggerTime);
        }
    }

    private static string ForecastWithoutWeather(string definition) => definition.Replace(
        "python3 -m forecast",
        "check-weather || { echo 'ERROR: weather of ${cal_dt} is incomplete, 3 of 48 hours are missing'; exit 2; } && "
            + "python3 -m forecast");

    private static string LongRating(string definition) =>
        definition.Replace("python3 rate.py", "sleep 5400 && python3 rate.py");
}
