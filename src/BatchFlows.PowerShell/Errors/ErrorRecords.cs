using System;
using System.Collections.Generic;
using System.Management.Automation;
using BatchFlows.Model.Failures;

namespace BatchFlows.Errors;

/// <summary>The one place where a failure becomes an error record: ID, category and target.</summary>
/// <remarks>
/// The message of the exception says everything, and the record has no ErrorDetails: PowerShell 7.6 shows a recommended
/// action below the message, and earlier editions do not show it at all.
/// </remarks>
internal static class ErrorRecords
{
    private const string WithConnection = " Test-BatchFlowConnection shows which step fails.";
    private const string WithoutConnection =
        " To find the step that fails, run Connect-BatchFlow with -SkipAuthentication, then Test-BatchFlowConnection.";

    public static ErrorRecord From(FlowException failure, object? target) =>
        new(failure, failure.Kind.ToString(), CategoryOf(failure.Kind), target);

    /// <summary>For a connection that was not made, because it got no token.</summary>
    public static ErrorRecord NotAuthenticated(FlowServiceException failure, Uri gateway) =>
        From(failure.WithRemedy(failure.Remedy.Replace(WithConnection, "") + WithoutConnection), gateway);

    /// <summary>For input from which no call can be made.</summary>
    /// <param name="problem">What is wrong and what to type instead.</param>
    public static ErrorRecord InvalidArgument(string problem, object? target, ArgumentException? cause = null) =>
        From(new FlowException(FailureKind.RequestInvalid, problem, cause, remedy: ""), target);

    public static ErrorRecord InputNotBound() => From(
        new FlowException(FailureKind.InputObjectNotBound,
            "The object from the pipeline has none of the IDs that the command accepts."),
        target: null);

    public static ErrorRecord NoOneSandbox(int count)
    {
        var remedy = count == 0
            ? "Start-BatchFlowSandbox starts one."
            : "Pipe one of Get-BatchFlowSandbox, or name it by -Sandbox.";
        var what = count == 0
            ? "There is no sandbox in this session."
            : $"There are {count} sandboxes in this session.";
        return From(new FlowException(FailureKind.SandboxNotFound, what, remedy: remedy), target: null);
    }

    /// <param name="name">The name that no flow had.</param>
    /// <param name="known">Names that were looked at.</param>
    public static ErrorRecord FlowNotFound(string name, IEnumerable<string?> known) => From(
        new FlowException(
            FailureKind.FlowNotFound,
            FlowException.Join($"No flow named '{name}' was found.", NearNames.Ask(name, known)),
            remedy: "List the flows with Get-BatchFlow."),
        name);

    /// <param name="name">The name that no task had.</param>
    /// <param name="known">Names that were looked at.</param>
    /// <param name="command">The command that looked for it.</param>
    public static ErrorRecord TaskNotFound(string name, IEnumerable<string?> known, string command) => From(
        new FlowException(
            FailureKind.TaskNotFound,
            FlowException.Join($"No task named '{name}' was found in these flows.", NearNames.Ask(name, known)),
            remedy: $"{command} without -Name lists the tasks."),
        name);

    private static ErrorCategory CategoryOf(FailureKind kind) =>
        LanguagePrimitives.ConvertTo<ErrorCategory>(FailureAttribute.Of(kind).Category);
}
