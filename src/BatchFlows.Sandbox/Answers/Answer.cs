namespace BatchFlows.Sandbox;

/// <summary>Data that several operations answer.</summary>
internal static class Answer
{
    /// <summary>The empty string of operations that return nothing.</summary>
    public const string Nothing = "\"\"";
}
