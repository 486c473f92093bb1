using System.Management.Automation;

namespace BatchFlows.Pipeline;

/// <summary>Which of its results a command writes, by -First and -Skip. For the pipeline thread only.</summary>
internal sealed class Paging(PagingParameters wanted)
{
    private const string Unknown = "Unknown total count: the service does not count its lists.";

    private ulong _seen;

    /// <summary>How many results are enough, including those to skip. Thread-safe.</summary>
    public ulong Enough =>
        wanted.First > ulong.MaxValue - wanted.Skip ? ulong.MaxValue : wanted.First + wanted.Skip;

    /// <summary>True when no more results are wanted, so that no more calls are made for them.</summary>
    public bool IsFull => _seen >= Enough;

    /// <summary>Counts a result.</summary>
    /// <returns>True if the result must be written.</returns>
    public bool Take() => !IsFull && _seen++ >= wanted.Skip;

    /// <summary>
    /// Writes the total count for -IncludeTotalCount: unknown, because the service does not count lists.
    /// </summary>
    public void WriteCount(Cmdlet command)
    {
        if (!wanted.IncludeTotalCount) return;
        var count = wanted.NewTotalCount(totalCount: 0, accuracy: 0);
        count.Members.Remove("ToString"); // the engine's own text gives no reason
        count.Members.Add(new PSScriptMethod("ToString", ScriptBlock.Create($"'{Unknown}'")));
        command.WriteObject(count);
    }
}
