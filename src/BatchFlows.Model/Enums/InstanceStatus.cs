namespace BatchFlows;

/// <summary>State of a run of a flow or of a task. A number that this version does not know is kept.</summary>
public enum InstanceStatus
{
    /// <summary>It failed (-1). Other tasks of a failed run may still be running.</summary>
    Fail = -1,

    /// <summary>It was created (0).</summary>
    Init = 0,

    /// <summary>It succeeded (1).</summary>
    Success = 1,

    /// <summary>It runs (2).</summary>
    Running = 2,

    /// <summary>It is suspended (3).</summary>
    Suspend = 3,

    /// <summary>The service failed to run it (4).</summary>
    InternalError = 4,

    /// <summary>It waits for something else to end (5).</summary>
    Wait = 5,

    /// <summary>It is ready to run (6).</summary>
    Ready = 6,

    /// <summary>It took too long (7).</summary>
    Timeout = 7,

    /// <summary>It was cancelled (8).</summary>
    Cancel = 8,

    /// <summary>It runs, or will run, once more (9).</summary>
    Rerun = 9,

    /// <summary>It was skipped (10).</summary>
    Skip = 10,

    /// <summary>
    /// It did not start: only of nodes of a graph, where the service writes <c>NONE</c> and has no number for it.
    /// </summary>
    None = int.MaxValue,
}
