using System;
using System.Net;

namespace BatchFlows;

/// <summary>A call to the service failed: it was refused, got no answer, or was not sent.</summary>
public class FlowServiceException : FlowException
{
    internal FlowServiceException(
        FailureKind kind, string problem, Exception? inner = null, string? remedy = null, string codes = "")
        : base(kind, problem, inner, remedy, codes)
    {
    }

    /// <summary>The same failure with more details.</summary>
    internal FlowServiceException(FlowServiceException failure, string found, string remedy)
        : this(failure, failure.Kind, Join(failure.Problem, found), remedy)
    {
    }

    /// <summary>The same failure, of which was found out that it means something else.</summary>
    internal FlowServiceException(FlowServiceException failure, FailureKind kind, string problem, string? remedy = null)
        : this(kind, problem, failure, remedy, failure.Codes)
    {
        Operation = failure.Operation;
        Code = failure.Code;
        ServiceMessage = failure.ServiceMessage;
        HttpStatus = failure.HttpStatus;
        RequestId = failure.RequestId;
        Attempts = failure.Attempts;
    }

    /// <summary>
    /// How far the clock of the answering server was ahead of this machine's; null when no answer shows it.
    /// </summary>
    internal TimeSpan? ClockDifference { get; set; }

    /// <summary>Name of the failed operation, such as <c>Export Flow</c>.</summary>
    public string? Operation { get; internal set; }

    /// <summary>The service's or token service's own code, such as 62102; null when there was none.</summary>
    public long? Code { get; internal set; }

    /// <summary>The service's message, without keys and tokens.</summary>
    public string? ServiceMessage { get; internal set; }

    /// <summary>HTTP status of the last answer; null when there was none.</summary>
    public HttpStatusCode? HttpStatus { get; internal set; }

    /// <summary>The service's identifier of the request; null when there was none.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Number of times the call was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The same failure, of which more was found out.</summary>
    internal FlowServiceException With(string found) => new(this, found, Remedy);

    /// <summary>The same failure with another next step.</summary>
    internal FlowServiceException WithRemedy(string remedy) => new(this, found: "", remedy);
}
