using System.Collections.Generic;

namespace BatchFlows.Procedures.Logs;

/// <summary>The log of a run of a task, or what was new in it.</summary>
/// <param name="TaskInstanceId">ID of the task's run.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="IsCut">
/// True when the service truncated it: it has the maximum length. Whether the head or the tail is missing is not
/// documented.
/// </param>
internal sealed record TaskLog(string TaskInstanceId, IReadOnlyList<TaskLogLine> Lines, bool IsCut);
