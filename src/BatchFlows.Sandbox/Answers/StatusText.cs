using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>Statuses as the service writes them.</summary>
internal static class StatusText
{
    /// <summary>The documented name, such as <c>INTERNAL_ERROR</c>.</summary>
    public static string Name(this RunStatus status) =>
        string.Concat(status.ToString()
            .Select((letter, index) => index > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString()))
            .ToUpperInvariant();

    /// <summary>The form of answers that have no word for a task that was not started.</summary>
    public static RunStatus Numbered(this RunStatus status) => status == RunStatus.None ? RunStatus.Init : status;
}
