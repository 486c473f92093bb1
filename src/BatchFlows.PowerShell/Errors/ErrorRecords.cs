using System;
using System.Management.Automation;

namespace BatchFlows.Errors;

/// <summary>The one place where an exception becomes an error record: id, category, target and what to do next.</summary>
internal static class ErrorRecords
{
    private const string FileExists = "FileExists";
    private const string FileNotRead = "FileNotRead";
    private const string FileNotWritten = "FileNotWritten";
    private const string InputObjectNotBound = "InputObjectNotBound"; // the engine's own id for the same
    private const string PathInvalid = "PathInvalid";
    private const string SandboxNotFound = "SandboxNotFound";
    private const string HowToForce = "Use -Force where nobody can be asked.";
    private const string HowToFindOut = "Connect-BatchFlow -SkipAuthentication and then Test-BatchFlowConnection show where it fails.";

    /// <summary>True for failures of a call or a file; anything else is a fault of this module and must not be hidden.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is FlowServiceException or NotConnectedException or FileExistsException or FileNotReadException or FileNotWrittenException;

    /// <summary>True when no later item can fare better.</summary>
    public static bool IsFatal(Exception exception) => exception is NotConnectedException or FlowServiceException
    {
        Kind: FailureKind.NotConnected or FailureKind.CredentialRefused or FailureKind.SignatureRefused
            or FailureKind.UserOrOrganizationUnknown or FailureKind.CertificateRejected or FailureKind.ConnectionReadOnly,
    };

    public static ErrorRecord From(Exception exception, object? target) => exception switch
    {
        FlowServiceException { Kind: FailureKind.ConnectionProtected } failure => WithHint(failure, target, HowToForce),
        FlowServiceException failure => Create(failure, failure.Kind.ToString(), CategoryOf(failure.Kind), target, failure.Remedy),
        NotConnectedException => Create(
            exception, nameof(FailureKind.NotConnected), ErrorCategory.AuthenticationError, target, "Run Connect-BatchFlow."),
        FileNotReadException => Create(exception, FileNotRead, ErrorCategory.ReadError, target, "Check that the file is there, and that it is one that this module wrote."),
        FileExistsException => Create(
            exception, FileExists, ErrorCategory.ResourceExists, target, "Use -Force to replace the file, or name another path."),
        _ => Create(
            exception, FileNotWritten, ErrorCategory.WriteError, target, "Check that the folder exists, may be written to and has room."),
    };

    /// <summary>For a connection that was not made, because it got no token.</summary>
    public static ErrorRecord NotAuthenticated(FlowServiceException failure, Uri gateway) => WithHint(failure, gateway, HowToFindOut);

    public static ErrorRecord InvalidPath(string path, string why) =>
        Create(new ArgumentException($"The path '{path}' cannot be used: {why}."), PathInvalid, ErrorCategory.InvalidArgument, path, "Name another path.");

    public static ErrorRecord InvalidArgument(ArgumentException exception, object? target) =>
        Create(exception, nameof(FailureKind.RequestInvalid), ErrorCategory.InvalidArgument, target, "Correct the parameter.");

    public static ErrorRecord InputNotBound() => Create(
        new ArgumentException("The object from the pipeline has none of the IDs that the command takes. Pipe an object that has one, or name what is wanted."),
        InputObjectNotBound,
        ErrorCategory.InvalidArgument,
        target: null,
        "Pipe an object that has one, or name what is wanted.");

    public static ErrorRecord NoOneSandbox(int count)
    {
        var remedy = count == 0 ? "Start-BatchFlowSandbox starts one." : "Pipe one of Get-BatchFlowSandbox, or name it by -Sandbox.";
        var what = count == 0 ? "There is no sandbox in this session." : $"There are {count} sandboxes in this session.";
        return Create(new ItemNotFoundException($"{what} {remedy}"), SandboxNotFound, ErrorCategory.ObjectNotFound, target: null, remedy);
    }

    public static ErrorRecord FlowNotFound(string name) => Create(
        new ItemNotFoundException($"There is no flow '{name}' in what was looked at. Get-BatchFlow without -Name lists what there is, and -FlowId takes IDs."),
        nameof(FailureKind.FlowNotFound),
        ErrorCategory.ObjectNotFound,
        name,
        "Get-BatchFlow without -Name lists what there is, and -FlowId takes IDs.");

    /// <param name="name">The name that no task had.</param>
    /// <param name="command">The command that looked for it.</param>
    public static ErrorRecord TaskNotFound(string name, string command) => Create(
        new ItemNotFoundException($"There is no task '{name}' in these flows. {command} without -Name lists what there is."),
        nameof(FailureKind.TaskNotFound),
        ErrorCategory.ObjectNotFound,
        name,
        $"{command} without -Name lists what there is.");

    private static ErrorRecord WithHint(FlowServiceException failure, object? target, string hint) =>
        new(failure, failure.Kind.ToString(), CategoryOf(failure.Kind), target)
        {
            ErrorDetails = new ErrorDetails($"{failure.Message} {hint}") { RecommendedAction = $"{failure.Remedy} {hint}" },
        };

    private static ErrorRecord Create(Exception exception, string id, ErrorCategory category, object? target, string remedy) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = remedy },
        };

    private static ErrorCategory CategoryOf(FailureKind kind) => kind switch
    {
        FailureKind.NotConnected or FailureKind.CredentialRefused or FailureKind.SignatureRefused or FailureKind.TokenRefused
            or FailureKind.UserOrOrganizationUnknown => ErrorCategory.AuthenticationError,
        FailureKind.RequestInvalid => ErrorCategory.InvalidArgument,
        FailureKind.AccessDenied or FailureKind.AccountLocked or FailureKind.ConnectionReadOnly or FailureKind.ConnectionProtected =>
            ErrorCategory.PermissionDenied,
        FailureKind.StateForbidsOperation => ErrorCategory.InvalidOperation,
        FailureKind.FlowNotFound or FailureKind.TaskNotFound or FailureKind.InstanceNotFound or FailureKind.DirectoryNotFound =>
            ErrorCategory.ObjectNotFound,
        FailureKind.DirectoryExists => ErrorCategory.ResourceExists,
        FailureKind.FlowChangedMeanwhile => ErrorCategory.ResourceBusy,
        FailureKind.InstanceFailed => ErrorCategory.InvalidResult,
        FailureKind.RateLimited => ErrorCategory.LimitsExceeded,
        FailureKind.RequestTimedOut or FailureKind.WaitTimedOut => ErrorCategory.OperationTimeout,
        FailureKind.ConnectionFailed => ErrorCategory.ConnectionError,
        FailureKind.CertificateRejected => ErrorCategory.SecurityError,
        FailureKind.ServiceFailed => ErrorCategory.ResourceUnavailable,
        FailureKind.ResponseInvalid => ErrorCategory.InvalidData,
        _ => ErrorCategory.NotSpecified,
    };
}
