namespace BatchFlows;

/// <summary>
/// Source of the key by which work is distributed to sub-tasks. A number that this version does not know is kept.
/// </summary>
public enum KeyType
{
    /// <summary>Not used (0).</summary>
    None = 0,

    /// <summary>A file of a registered data source (1).</summary>
    ExternalFile = 1,

    /// <summary>Given in the run mode itself (2).</summary>
    Custom = 2,
}
