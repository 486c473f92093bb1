using System.Collections.Generic;

namespace BatchFlows.Procedures.Logs;

/// <summary>The log of a run of a task, or what was new in it.</summary>
/// <param name="TaskInstanceId">ID of the task's run.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="IsCut">
/// True when the service cut it: it is as long as was asked for at most. Whether head or tail is missing then is not
/// documented.
/// </param>
internal sealed record TaskLog(string TaskInstanceId, IReadOnlyList<TaskLogLine> Lines, bool IsCut);
