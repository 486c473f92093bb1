using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class WrongCron() : Rule(
    "BF201", RuleSeverity.Error, "cron expression that is wrong",
    "The service saves any text as a cron expression, and a wrong one never starts the flow.",
    "Correct the field that the message names: second, minute, hour, day of month, month, day of "
        + "week, year.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow)
    {
        if (ReasonOf(flow.Definition.Cron) is { } reason) yield return new Problem(reason, "cron");
        foreach (var task in flow.Tasks)
        {
            if (ReasonOf(task.Task.Cron) is { } taskReason)
                yield return new Problem(taskReason, task.At("cron"), task.Name);
        }
    }

    private static string? ReasonOf(string? cron)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(cron)) CronSchedule.Parse(cron!);
            return null;
        }
        catch (FormatException e)
        {
            return $"The cron expression {Texts.Of(cron)} is wrong: {e.Message}.";
        }
    }
}
