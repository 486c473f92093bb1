using System;
using System.Net;

namespace BatchFlows;

/// <summary>
/// A call to the service failed, or what several calls were to bring about. The message says what failed, on what, what the service
/// said and what to do next.
/// </summary>
public class FlowServiceException : Exception
{
    internal FlowServiceException(FailureKind kind, string message, string remedy, Exception? inner = null)
        : base($"{message} {remedy}", inner)
    {
        Kind = kind;
        Problem = message;
        Remedy = remedy;
    }

    /// <summary>The same failure, of which more was found out.</summary>
    private protected FlowServiceException(FlowServiceException failure, string found, string remedy)
        : this(failure.Kind, $"{failure.Problem} {found}", remedy, failure)
    {
        Operation = failure.Operation;
        Code = failure.Code;
        ServiceMessage = failure.ServiceMessage;
        HttpStatus = failure.HttpStatus;
        RequestId = failure.RequestId;
        Attempts = failure.Attempts;
    }

    /// <summary>Why it failed; its name is the error id.</summary>
    public FailureKind Kind { get; }

    /// <summary>What to do next.</summary>
    public string Remedy { get; }

    /// <summary>The message without what to do next.</summary>
    internal string Problem { get; }

    /// <summary>How far the clock of whoever answered was ahead of this machine's; null when there was no answer, or it did not tell.</summary>
    internal TimeSpan? ClockDifference { get; set; }

    /// <summary>Name of the failed operation, such as <c>Export Flow</c>.</summary>
    public string? Operation { get; internal set; }

    /// <summary>The service's or token service's own code, such as 62102; null when there was none.</summary>
    public long? Code { get; internal set; }

    /// <summary>What the service said, with keys and tokens taken out.</summary>
    public string? ServiceMessage { get; internal set; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatus { get; internal set; }

    /// <summary>The service's identifier of the request, when it gave one.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>How often the call was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The same failure, of which more was found out.</summary>
    internal FlowServiceException With(string found) => new(this, found, Remedy);
}
