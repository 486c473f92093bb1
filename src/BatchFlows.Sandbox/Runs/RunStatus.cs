namespace BatchFlows.Sandbox;

/// <summary>
/// Status of a run or a task, by its number on the wire. <see cref="None"/> is a word of graphs alone: not started.
/// </summary>
internal enum RunStatus
{
    Fail = -1,
    Init = 0,
    Success = 1,
    Running = 2,
    InternalError = 4,
    Wait = 5,
    Timeout = 7,
    Cancel = 8,
    Rerun = 9,
    Skip = 10,
    None = 99,
}
