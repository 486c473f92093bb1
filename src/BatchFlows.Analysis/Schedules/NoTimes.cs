namespace BatchFlows.Analysis.Schedules;

/// <summary>Why something does not fire.</summary>
/// <param name="Note">In short; empty where its schedule in words says so.</param>
/// <param name="Sentence">As a sentence.</param>
internal sealed record NoTimes(string Note, string Sentence)
{
    public static readonly NoTimes ByHand = new("", "It is started by hand.");
    public static readonly NoTimes Temporary = new("", "It is a temporary flow.");
    public static readonly NoTimes Unscheduled = new("not scheduled", "It has no cron expression.");
    public static readonly NoTimes Paused = new("paused", "Its schedule is paused.");

    public static NoTimes Wrong(string problem) => new($"wrong: {problem}", "Its cron expression cannot be read.");
}
