using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace BatchFlows.Sandbox;

/// <summary>The log of a task of a run: a section for each attempt, which grows while the attempt goes on.</summary>
internal static class TaskLog
{
    private const string JavaForm = "ddd MMM dd HH:mm:ss 'UTC' yyyy";

    public static string Of(FlowRun run, TaskRun task, TaskModel model, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var (attempt, number) in task.Attempts.Select((attempt, index) => (attempt, index + 1)))
        {
            text.Append('=', 73).Append('\n')
                .Append("run num:\t").Append(number).Append('\n')
                .Append("instance:\t").Append(task.InstanceId).Append('\n')
                .Append("cmdline:\t").Append(run.CommandOf(model)).Append('\n')
                .Append("submitter:\t").Append(TaskInstanceAnswer.SubmitterOf(run, model)).Append('\n')
                .Append("current time:\t")
                    .Append(attempt.Start.UtcDateTime.ToString(JavaForm, CultureInfo.InvariantCulture)).Append('\n')
                .Append('=', 39).Append('\n');
            var command = run.Pretend(model, number);
            foreach (var line in command.OutputAfter((attempt.End < now ? attempt.End : now) - attempt.Start))
                text.Append(line).Append('\n');
            if (attempt.End <= now) text.Append(LastLine(attempt, model, command));
        }
        return text.ToString();
    }

    private static string LastLine(TaskAttempt attempt, TaskModel task, PretendedCommand command) =>
        attempt.Outcome switch
        {
            RunStatus.Fail => $"exit code {command.ExitCode}\n",
            RunStatus.Timeout => $"timeout after {task.Timeout} s\n",
            RunStatus.Cancel => "cancelled\n",
            _ => "",
        };
}
