using System;

namespace BatchFlows.Commands;

/// <summary>What the sandbox says when it refuses a value.</summary>
internal static class SandboxMessages
{
    /// <summary>The sandbox's own message, without the text that the platform adds.</summary>
    public static string SentenceOf(ArgumentException exception) =>
        exception.Message.Split([" (Parameter", Environment.NewLine], StringSplitOptions.None)[0];
}
