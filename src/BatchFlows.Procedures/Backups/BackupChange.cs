using System.Diagnostics.CodeAnalysis;

namespace BatchFlows;

/// <summary>What a backup did to the file of a flow.</summary>
/// <param name="Change"><c>Added</c>, <c>Changed</c>, <c>Renamed</c>, <c>Removed</c> or <c>Unchanged</c>.</param>
/// <param name="FlowId">ID of the flow; null for a file that no backup has written.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="File">Path of the file in the backup, with slashes.</param>
/// <param name="Path">Full path of the file.</param>
/// <param name="ConnectionName">The connection that was backed up.</param>
[SuppressMessage("Naming", "CA1724", Justification = "The namespace of the room is not for scripts.")]
public sealed record BackupChange(
    string Change, long? FlowId, string FlowName, string File, string Path, string ConnectionName)
{
    /// <summary>The change and the file.</summary>
    public override string ToString() => $"{Change} {File}";
}
