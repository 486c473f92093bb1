using System.Net.Http;

namespace BatchFlows.Http;

/// <summary>An operation of the service: its documented name and the fixed parts of its request.</summary>
/// <param name="IsReadOnly">Safe to repeat, also when it is not known whether it was carried out.</param>
/// <param name="WhenRefused">What "bad parameter" and "not found" mean here: with one parameter only, it is that one which is missing.</param>
internal sealed record Operation(
    string Name, HttpMethod Method, string Path, string? Action, bool IsReadOnly, FailureKind WhenRefused = FailureKind.RequestInvalid)
{
    // Asking for a token changes nothing a caller could notice, and each attempt is made anew: safe to repeat.
    public static readonly Operation GetToken =
        new("Get Token", HttpMethod.Post, "apim-token-service/v2.0/token/get", Action: null, IsReadOnly: true);

    public static readonly Operation RefreshToken =
        new("Refresh Token", HttpMethod.Post, "apim-token-service/v2.0/token/refresh", Action: null, IsReadOnly: true);

    public static readonly Operation ExportFlow =
        Service("Export Flow", HttpMethod.Get, "flows", "export", isReadOnly: true, FailureKind.FlowNotFound);

    public bool IsToken => Action is null;

    private static Operation Service(
        string name, HttpMethod method, string collection, string action, bool isReadOnly, FailureKind whenRefused) =>
        new(name, method, "batch-processing-service/v2.1/" + collection, action, isReadOnly, whenRefused);
}
