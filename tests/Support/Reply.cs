using System;
using System.Net;
using System.Net.Http;
using System.Text;

namespace BatchFlows.Tests;

/// <summary>Answers of a <see cref="StubGateway"/>, made anew for each request.</summary>
internal static class Reply
{
    /// <summary>The documented answer of the token service.</summary>
    public static Func<HttpResponseMessage> Token { get; } = Sample("token-get.response");

    /// <summary>The documented answer to a question for the time zone.</summary>
    public static Func<HttpResponseMessage> Zone { get; } = Sample("get-timezone.response");

    public static Func<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>A documented message.</summary>
    public static Func<HttpResponseMessage> Sample(string name) => Json(Tests.Sample.Text(name));

    /// <summary>Data in the envelope of a success.</summary>
    public static Func<HttpResponseMessage> Data(string data) => Json($$"""{"code":0,"msg":"OK","data":{{data}}}""");

    public static Func<HttpResponseMessage> Refusal(int code, string message = "no") =>
        Json($$"""{"code":{{code}},"msg":"{{message}}","data":null}""");

    public static Func<HttpResponseMessage> Status(int status, Action<HttpResponseMessage>? change = null) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("<html>") };
        change?.Invoke(response);
        return response;
    };

    public static Func<HttpResponseMessage> Throw(Exception exception) => () => throw exception;
}
