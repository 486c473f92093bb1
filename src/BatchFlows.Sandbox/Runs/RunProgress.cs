using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// Takes one run along its graph, from event to event: an attempt that ends, a retry that is due. What it holds follows
/// from the run and is not saved.
/// </summary>
internal sealed class RunProgress
{
    private const int MostRetries = 100;

    private readonly FlowRun _run;
    private readonly IReadOnlyList<TaskRun> _tasks;
    private readonly List<int>[] _downstream;
    private readonly int[] _blockers;
    private readonly SortedSet<(DateTimeOffset Time, int Task)> _events = [];

    public RunProgress(FlowRun run)
    {
        _run = run;
        _tasks = run.Tasks;
        _downstream = [.. _tasks.Select(_ => new List<int>())];
        _blockers = new int[_tasks.Count];
        var indexes = run.Flow.Tasks.Select((task, index) => (task.Name, index))
            .ToLookup(task => task.Name, task => task.index);
        foreach (var relation in run.Flow.Relations)
        {
            foreach (var (source, target) in indexes[relation.Source].Take(1)
                .SelectMany(s => indexes[relation.Target].Take(1).Select(t => (s, t))))
            {
                _downstream[source].Add(target);
                if (_tasks[source].Status is not (RunStatus.Success or RunStatus.Skip)) _blockers[target]++;
            }
        }
        for (var i = 0; i < _tasks.Count; i++)
        {
            var task = _tasks[i];
            if (task.Status == RunStatus.Running) _events.Add((task.Attempts.Last().End, i));
            if (task.Status == RunStatus.Rerun) _events.Add((task.RerunTime, i));
        }
    }

    /// <summary>When something happens next; null when the run has not started or has ended.</summary>
    public DateTimeOffset? NextEvent => _events.Count > 0 ? _events.Min.Time : null;

    public void Start(DateTimeOffset now, TimeSpan defaultDuration)
    {
        _run.StartTime = now;
        _run.Status = RunStatus.Running;
        for (var i = 0; i < _blockers.Length; i++)
        {
            if (_blockers[i] == 0 && _tasks[i].Status == RunStatus.None) Begin(i, now, defaultDuration);
        }
        EndIfIdle(now);
    }

    /// <summary>Lets the next event happen.</summary>
    public void Step(TimeSpan defaultDuration)
    {
        var next = _events.Min;
        _events.Remove(next);
        if (_tasks[next.Task].Status == RunStatus.Rerun) Begin(next.Task, next.Time, defaultDuration);
        else Finish(next.Task, next.Time, defaultDuration);
        EndIfIdle(next.Time);
    }

    public void Cancel(DateTimeOffset now)
    {
        foreach (var task in _events.Select(next => _tasks[next.Task]))
        {
            if (task.Status == RunStatus.Running)
                task.Attempts[task.Attempts.Count - 1] = task.Attempts.Last() with
                {
                    End = now,
                    Outcome = RunStatus.Cancel,
                };
            task.Status = RunStatus.Cancel;
        }
        _events.Clear();
        _run.Status = RunStatus.Cancel;
        _run.EndTime = now;
    }

    private void Begin(int index, DateTimeOffset now, TimeSpan defaultDuration)
    {
        var (task, model) = (_tasks[index], _run.Flow.Tasks[index]);
        var command = _run.Pretend(model, task.Attempts.Count + 1);
        var duration = command.Sleep > TimeSpan.Zero ? command.Sleep : defaultDuration;
        var isTimeout = model.Timeout > 0 && duration.TotalSeconds > model.Timeout;
        var isSuccess = command.ExitCode.ToString(CultureInfo.InvariantCulture) == model.SuccessCode.Trim();
        var attempt = new TaskAttempt(
            now,
            now + (isTimeout ? TimeSpan.FromSeconds(model.Timeout) : duration),
            isTimeout ? RunStatus.Timeout : isSuccess ? RunStatus.Success : RunStatus.Fail);
        task.Attempts.Add(attempt);
        task.Status = RunStatus.Running;
        _events.Add((attempt.End, index));
    }

    private void Finish(int index, DateTimeOffset now, TimeSpan defaultDuration)
    {
        var (task, model) = (_tasks[index], _run.Flow.Tasks[index]);
        var outcome = task.Attempts.Last().Outcome;
        if (outcome != RunStatus.Success && task.Attempts.Count <= Math.Min(model.RetryLimit, MostRetries))
        {
            task.Status = RunStatus.Rerun;
            task.RerunTime = now.AddSeconds(model.RetryInterval);
            _events.Add((task.RerunTime, index));
            return;
        }
        task.Status = outcome;
        if (outcome != RunStatus.Success) _run.Status = RunStatus.Fail;
        else foreach (var next in _downstream[index]) Release(next, now, defaultDuration);
    }

    private void Release(int index, DateTimeOffset now, TimeSpan defaultDuration)
    {
        _blockers[index]--;
        if (_blockers[index] == 0 && _tasks[index].Status == RunStatus.None) Begin(index, now, defaultDuration);
    }

    private void EndIfIdle(DateTimeOffset now)
    {
        if (_events.Count > 0) return;
        _run.EndTime = now;
        if (_run.Status == RunStatus.Fail) return;
        // What is left without a failure waits for itself in a circle.
        _run.Status = _tasks.Any(task => task.Status == RunStatus.None)
            ? RunStatus.InternalError
            : RunStatus.Success;
    }
}
