namespace BatchFlows;

/// <summary>What is synchronised. A number that this version does not know is kept.</summary>
public enum SyncType
{
    /// <summary>Files (0).</summary>
    File = 0,

    /// <summary>Data (1).</summary>
    Data = 1,
}
