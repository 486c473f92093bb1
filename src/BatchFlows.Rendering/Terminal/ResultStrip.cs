using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Terminal;

/// <summary>One sign for the result of each run. The signs differ without colour.</summary>
internal static class ResultStrip
{
    /// <summary>The sign of a status: plain where a terminal has no more than ASCII.</summary>
    public static char SignOf(InstanceStatus? status, bool isPlain)
    {
        var (sign, plain) = status switch
        {
            InstanceStatus.Success => ('✓', '+'),
            InstanceStatus.Fail or InstanceStatus.InternalError or InstanceStatus.Timeout => ('✗', 'x'),
            InstanceStatus.Cancel or InstanceStatus.Suspend => ('■', '#'),
            InstanceStatus.Running or InstanceStatus.Rerun => ('●', '>'),
            InstanceStatus.Skip => ('–', '-'),
            _ => ('○', 'o'),
        };
        return isPlain ? plain : sign;
    }

    public static string Of(IEnumerable<InstanceStatus?> results, bool isPlain) =>
        new([.. results.Select(status => SignOf(status, isPlain))]);
}
