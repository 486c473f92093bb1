namespace BatchFlows.Analysis.Secrets;

/// <summary>What looks like a secret in a definition.</summary>
/// <param name="Field">Path of the field that holds it, such as <c>tasks[1].cmd</c>.</param>
/// <param name="TaskName">The task; null for a parameter of the flow.</param>
/// <param name="Span">Where it is in the field's text.</param>
internal sealed record FoundSecret(string Field, string? TaskName, SecretSpan Span);
