using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace BatchFlows.Client.Messages;

/// <summary>A call on its way through the handlers, with the facts that they need and the results so far.</summary>
internal sealed class ServiceRequest : HttpRequestMessage
{
    private static readonly string Product = "BatchFlows.PowerShell/"
        + typeof(ServiceRequest).Assembly.GetName().Version!.ToString(3);

    private readonly List<string> _secrets = [];

    /// <param name="subject">What the call is about, for messages: <c>flow 2924</c>.</param>
    /// <param name="parameters">The query; values as they are, not encoded.</param>
    public ServiceRequest(
        Operation operation, Uri gateway, string? subject, IReadOnlyDictionary<string, string> parameters,
        byte[]? body = null, Action<string>? trace = null)
        : base(operation.Method, Address(gateway, operation, parameters))
    {
        Operation = operation;
        Subject = subject;
        Parameters = parameters;
        Body = body;
        Trace = trace;
        Headers.TryAddWithoutValidation("User-Agent", Product);
#if !NET
        Headers.ExpectContinue = false; // others never send it unasked
        if (!operation.IsReadOnly) Headers.ConnectionClose = true; // see Network/ChangesApart
#endif
        if (body is null) return;
        Content = new ByteArrayContent(body);
        Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
    }

    public Operation Operation { get; }

    public string? Subject { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public byte[]? Body { get; }

    /// <summary>Takes a line for each attempt and each wait. Lines never hold a secret.</summary>
    public Action<string>? Trace { get; }

    /// <summary>Takes the time until the next attempt.</summary>
    public Action<TimeSpan>? Pausing { get; set; }

    public int Attempts { get; set; }

    /// <summary>
    /// True when the last attempt may have reached the service. False while its token is still being requested.
    /// </summary>
    public bool IsSent { get; private set; }

    /// <summary>True when an attempt before the last one may have reached the service.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>True when an attempt was answered and the service may have acted on it.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>
    /// True when other calls succeeded at the time when this one was refused, so keys and clock are not the reason.
    /// </summary>
    public bool IsSignatureProven { get; set; }

    /// <summary>The call in words: <c>Export Flow (flow 2924)</c>.</summary>
    public string Description => Subject is null ? Operation.Name : $"{Operation.Name} ({Subject})";

    /// <summary>Reads the secret key, to hide it in the text of a failure. It is called for failures only.</summary>
    public Func<string>? SecretKey { get; set; }

    public void BeginAttempt() => (IsRepeated, IsSent) = (IsRepeated || IsSent, false);

    public void MarkSent() => IsSent = true;

    /// <summary>Registers a secret to be masked if the answer echoes it.</summary>
    public void KeepSecret(string value) => _secrets.Add(value);

    public string WithoutSecrets(string text) =>
        Redaction.Hide(text, SecretKey is null ? _secrets : _secrets.Append(SecretKey()));

    private static Uri Address(Uri gateway, Operation operation, IReadOnlyDictionary<string, string> parameters)
    {
        var address = new StringBuilder(operation.Path, 128); // long enough for most
        var separator = '?';
        foreach (var parameter in parameters)
        {
            address.Append(separator).Append(Uri.EscapeDataString(parameter.Key)).Append('=')
                .Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        return new Uri(gateway, address.ToString());
    }
}
