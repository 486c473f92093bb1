using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Model.Schedules;

namespace BatchFlows.Fuzzing.Targets.Analysis;

/// <summary>A schedule as somebody typed it: refused, or put in words and computed.</summary>
internal sealed class CronTarget : IFuzzTarget
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 28, 12, 0, 0, TimeSpan.FromHours(1));

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public string Name => "cron";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        "0 30 1 * * ? *", "0 0/5 * * * ?", "0 15 10 ? * MON-FRI 2026-2030", "0 0 12 L-3 * ?", "0 0 12 15W * ?",
        "0 0 12 LW * ?", "0 0 8 ? * 6#3", "0 0 8 ? * FRIL", "30 10-20/3,45 2,3 29 FEB ? 2028", "0 0 0 31 4 ? *",
        "59 59 23 1,L * ? 2099");

    public void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var words = ScheduleWords.Of(FlowType.Periodic, text);
        Law.Holds(words.Length > 0 == !string.IsNullOrWhiteSpace(text), "a schedule is put in no words");
        try
        {
            var last = Moment;
            foreach (var fire in CronSchedule.Parse(text).After(Moment, _zone).Take(5))
            {
                Law.Holds(fire.Time > last && fire.Time.Year <= CronSchedule.LastYear, "times are not in order");
                last = fire.Time;
            }
        }
        catch (FormatException e)
        {
            Law.Holds(words == text.Trim(), "a wrong schedule is put in words");
            Law.Holds(e.Message.Length < 1000 && !e.Message.EndsWith('.'), "the message is no end of a sentence");
        }
    }
}
