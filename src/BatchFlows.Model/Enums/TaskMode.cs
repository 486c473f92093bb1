namespace BatchFlows;

/// <summary>Whether a task is split. A number that this version does not know is kept.</summary>
public enum TaskMode
{
    /// <summary>One task (1).</summary>
    Single = 1,

    /// <summary>Several sub-tasks (2).</summary>
    Multiple = 2,
}
