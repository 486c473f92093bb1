namespace BatchFlows.Procedures.Backups;

/// <summary>What becomes of a flow whose name another flow has.</summary>
internal enum TakenNamePolicy
{
    Fail,

    /// <summary>The other flow stays, and this one is not created.</summary>
    Skip,

    /// <summary>It gets the next free name: <c>etl_2</c>.</summary>
    Rename,
}
