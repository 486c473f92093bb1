namespace BatchFlows;

/// <summary>What a directory is for. A number that this version does not know is kept.</summary>
public enum DirectoryType
{
    /// <summary>Data integration (0).</summary>
    DataIntegration = 0,

    /// <summary>Workflows (1).</summary>
    Workflow = 1,

    /// <summary>Data resources (2).</summary>
    DataResource = 2,

    /// <summary>Hive queries (3).</summary>
    Hql = 3,

    /// <summary>Common resources (4).</summary>
    CommonResource = 4,
}
