using System;
using System.Text.Json;

namespace BatchFlows.Model.Tests;

public class DurationWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 10, 2, 10, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-05 18:00:00", "2026-03-05 18:00:08", 1, "0:08")]
    [InlineData("2026-03-05 18:00:00", "2026-03-05 19:01:40", -1, "1:01:40")]
    [InlineData("2026-03-05 18:00:00", "2026-03-06 20:03:15", 1, "26:03:15")]
    [InlineData("2026-03-05 18:00:08", "2026-03-05 18:00:00", 1, "-0:08")]
    [InlineData("2026-03-05 18:00:00", "", 2, "2:10 so far")]
    [InlineData("2026-03-05 16:00:00", "", 2, "2:02:10 so far")]
    [InlineData("2026-03-05 18:02:12", "", 2, "0:00 so far")] // clocks differ a little
    [InlineData("2026-03-05 19:00:00", "", 2, "")] // clocks differ, so that nothing is known
    [InlineData("2026-03-05 18:00:00", "", 1, "")] // ended, and the service does not tell when
    [InlineData("", "", 2, "")]
    [InlineData("", "", 0, "")]
    public void A_run_says_how_long_it_took_or_has_taken_so_far(string start, string end, int status, string text)
    {
        Assert.Equal(text, Flow(start, end, status, new ServerZone("GMT+8")).DurationText);
        Assert.Equal(text, Task(start, end, status, new ServerZone("GMT+8")).DurationText);
    }

    [Fact]
    public void How_long_it_has_taken_so_far_is_not_guessed_where_the_zone_is_not_known()
    {
        Assert.Equal("", Flow("2026-03-05 18:00:00", "", 2, ServerZone.Unknown).DurationText);
        Assert.Equal("0:08", Flow("2026-03-05 18:00:00", "2026-03-05 18:00:08", 1, ServerZone.Unknown).DurationText);
    }

    [Theory]
    [InlineData(0, 3, "")]
    [InlineData(1, 3, "1 of 4")]
    [InlineData(4, 3, "4 of 4")]
    [InlineData(6, 3, "6")] // started again by hand
    public void A_task_says_which_try_it_is(int run, int limit, string text) =>
        Assert.Equal(
            text,
            new TaskInstance(Json($$"""{"runNum":{{run}},"recallLimit":{{limit}}}"""), Here(ServerZone.Unknown)).Tries);

    private static FlowInstance Flow(string start, string end, int status, ServerZone zone) =>
        new(Run(start, end, status), Here(zone));

    private static TaskInstance Task(string start, string end, int status, ServerZone zone) =>
        new(Run(start, end, status), Here(zone));

    private static Origin Here(ServerZone zone) => new("c", zone, Now);

    private static JsonElement Run(string start, string end, int status) =>
        Json($$"""{"instanceId":"7","status":{{status}},"startTime":"{{start}}","endTime":"{{end}}"}""");

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
