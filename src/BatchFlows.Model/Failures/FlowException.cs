using System;
using BatchFlows.Model.Failures;

namespace BatchFlows;

/// <summary>
/// A command failed on an item. The message says what failed, on what, why and what to do next. Failed calls of the
/// service have a type of their own: <c>FlowServiceException</c>. The message is safe to show, whatever names and texts
/// it contains.
/// </summary>
public class FlowException : Exception
{
    /// <param name="problem">What failed, on what and why: whole sentences.</param>
    /// <param name="remedy">
    /// What to do next; null for the remedy of the kind, empty when the problem already says it.
    /// </param>
    /// <param name="codes">Codes of HTTP and of the service, which end the message; empty when there are none.</param>
    internal FlowException(
        FailureKind kind, string problem, Exception? inner = null, string? remedy = null, string codes = "")
        : base(ShownText.Clean(Join(problem, Join(remedy ?? FailureAttribute.Of(kind).Remedy, codes))), inner)
    {
        Kind = kind;
        Problem = ShownText.Clean(problem);
        Remedy = ShownText.Clean(remedy ?? FailureAttribute.Of(kind).Remedy);
        Codes = ShownText.Clean(codes);
    }

    /// <summary>Why it failed; its name is the error ID.</summary>
    public FailureKind Kind { get; }

    /// <summary>What to do next.</summary>
    public string Remedy { get; }

    /// <summary>The message without what to do next, and without codes.</summary>
    internal string Problem { get; }

    /// <summary>HTTP status and service code, which end the message: <c>(HTTP 200, code 62103)</c>.</summary>
    internal string Codes { get; }

    internal static string Join(string text, string more) =>
        text.Length == 0 ? more : more.Length == 0 ? text : $"{text} {more}";
}
