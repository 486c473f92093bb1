using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Messages;

/// <summary>An answer that was read whole, with the contents of the envelope in any of its forms.</summary>
internal sealed class ServiceResponse : HttpResponseMessage
{
    private readonly HttpResponseHeaders? _transportHeaders;
    private readonly JsonElement _root;

    public ServiceResponse(ServiceRequest request, HttpResponseMessage transport, BodyForm form, JsonElement root)
        : this(request, transport.StatusCode, transport.Headers, form, root)
    {
    }

    /// <summary>The success of a call that needed nothing but a token.</summary>
    public ServiceResponse(ServiceRequest request)
        : base(HttpStatusCode.OK)
    {
        RequestMessage = request;
        Status = 0;
    }

    private ServiceResponse(
        ServiceRequest request, HttpStatusCode statusCode, HttpResponseHeaders headers, BodyForm form, JsonElement root)
        : base(statusCode)
    {
        _transportHeaders = headers;
        _root = root;
        Form = form;
        RequestMessage = request;
        Status = ReadStatus();
        if (IsSuccess) return;
        foreach (var header in headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>The token request whose refusal this is; null for an answer to the call itself.</summary>
    public ServiceRequest? TokenRequest { get; private init; }

    public BodyForm Form { get; }

    /// <summary>The envelope's status, 0 for success; null when the body is no envelope.</summary>
    public long? Status { get; }

    public bool IsSuccess => Status == 0 && TokenRequest is null;

    /// <summary>
    /// Time of the answer by the sender's clock, to the second; null when the answer does not contain it.
    /// </summary>
    public DateTimeOffset? Date => _transportHeaders?.Date;

    public JsonElement Data => Field("data");

    public string? Message => Field("msg").AsText() ?? Field("message").AsText() ?? Field("error").AsText();

    public string? RequestId => Field("requestId").AsText();

    /// <summary>Address to which the gateway redirects the call; null when it does not.</summary>
    public Uri? RedirectTarget =>
        (int)StatusCode is >= 300 and < 400
            && Uri.TryCreate(RequestMessage!.RequestUri, Headers.Location, out var target) ? target : null;

    /// <summary>The gateway refuses the token (or, with HTTP 401, perhaps the signature).</summary>
    public bool IsTokenRefused =>
        !IsSuccess && (StatusCode == HttpStatusCode.Unauthorized || IsTokenNamed);

    /// <summary>The refusal names the token itself as the reason.</summary>
    public bool IsTokenNamed => Status == 1203 || Field("apim_status").AsInteger() is 4011 or 4012;

    /// <summary>A refused token request as the answer to a call that needed the token.</summary>
    public ServiceResponse For(ServiceRequest call) => new(call, StatusCode, Headers, Form, _root)
    {
        TokenRequest = (ServiceRequest)RequestMessage!,
    };

    private JsonElement Field(string name) =>
        _root.ValueKind == JsonValueKind.Object && _root.TryGetProperty(name, out var value) ? value : default;

    private long? ReadStatus()
    {
        // A documented sample of the token service spells it "stauts".
        var status = Field("code").AsInteger() ?? Field("status").AsInteger() ?? Field("stauts").AsInteger();
        // Some gateways repeat the HTTP status in a field that looks like the envelope's own.
        return status == (int)StatusCode ? null : status;
    }

    /// <summary>HTTP status and envelope status in words: <c>HTTP 200, code 62102</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, Status is null ? "HTTP {0}" : "HTTP {0}, code {1}", (int)StatusCode, Status);
}
