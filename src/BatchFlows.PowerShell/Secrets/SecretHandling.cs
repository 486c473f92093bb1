using System;
using System.Linq;
using BatchFlows.Analysis.Secrets;
using BatchFlows.Model.Failures;
using BatchFlows.Pipeline;

namespace BatchFlows.Secrets;

/// <summary>What the commands that write files do with what looks like a secret.</summary>
/// <param name="command">The command, which warns.</param>
/// <param name="mode"><c>Warn</c>, <c>Mask</c> or <c>Ignore</c>.</param>
internal sealed class SecretHandling(ServiceCommand command, string mode)
{
    public const string Warn = "Warn";
    public const string Mask = "Mask";
    public const string Ignore = "Ignore";

    private const int MostShown = 5;

    /// <summary>The definition that is written. Any thread may call this.</summary>
    public FlowDefinition Apply(FlowDefinition flow)
    {
        if (Masks(mode)) return SecretMask.Of(flow);
        if (mode.Equals(Warn, StringComparison.OrdinalIgnoreCase)) WarnOf(flow);
        return flow;
    }

    public static bool Masks(string mode) => mode.Equals(Mask, StringComparison.OrdinalIgnoreCase);

    private void WarnOf(FlowDefinition flow)
    {
        var found = SecretFinder.Find(flow).ToList();
        if (found.Count == 0) return;
        var places = found.Take(MostShown).Select(secret => secret.Span.Words + (secret.TaskName is { } task
            ? $" in task '{ShownText.Of(task)}', line {secret.Span.Line}"
            : $" in {secret.Field}"));
        var rest = found.Count > MostShown ? $", and {found.Count - MostShown} more" : "";
        command.PostWarning(
            $"The file of flow {flow.FlowId} '{ShownText.Of(flow.FlowName ?? "")}' holds what looks like a secret: "
                + $"{string.Join("; ", places)}{rest}. -SecretHandling Mask writes placeholders instead.");
    }
}
