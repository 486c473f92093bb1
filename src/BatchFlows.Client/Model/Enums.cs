using System;

namespace BatchFlows;

/// <summary>How alerts are sent. A number this version does not know stays that number.</summary>
[Flags]
public enum AlertMode
{
    /// <summary>No alerts (0).</summary>
    Off = 0,

    /// <summary>By e-mail (1).</summary>
    Email = 1,

    /// <summary>By SMS (2).</summary>
    Sms = 2,
}

/// <summary>How a flow is scheduled. A number this version does not know stays that number.</summary>
public enum FlowType
{
    /// <summary>Started by hand (0).</summary>
    Manual = 0,

    /// <summary>Started by its schedule (1).</summary>
    Periodic = 1,

    /// <summary>Temporary (2).</summary>
    Temporary = 2,
}

/// <summary>What is synchronised. A number this version does not know stays that number.</summary>
public enum SyncType
{
    /// <summary>Files (0).</summary>
    File = 0,

    /// <summary>Data (1).</summary>
    Data = 1,
}

/// <summary>Whether a task is split. A number this version does not know stays that number.</summary>
public enum TaskMode
{
    /// <summary>One task (1).</summary>
    Single = 1,

    /// <summary>Several sub-tasks (2).</summary>
    Multiple = 2,
}

/// <summary>Where the key comes from by which work is distributed to sub-tasks. A number this version does not know stays that number.</summary>
public enum KeyType
{
    /// <summary>Not used (0).</summary>
    None = 0,

    /// <summary>A file of a registered data source (1).</summary>
    ExternalFile = 1,

    /// <summary>Given in the run mode itself (2).</summary>
    Custom = 2,
}
