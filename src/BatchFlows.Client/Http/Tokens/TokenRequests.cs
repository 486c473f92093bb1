using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatchFlows.Http;

/// <summary>Makes the requests to the token service.</summary>
internal static class TokenRequests
{
    private static readonly Dictionary<string, string> NoParameters = [];

    /// <param name="refreshed">The token to refresh; null to get one.</param>
    public static ServiceRequest Create(Uri gateway, AccessKey key, Token? refreshed, TimeProvider clock, Action<string>? trace)
    {
        var timestamp = Timestamps.Next(clock);
        var proof = key.Encrypt(Timestamps.ToText(timestamp));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new TokenBody(key.Id, proof, timestamp, refreshed?.Value), TokenContext.Default.TokenBody);
        var operation = refreshed is null ? Operations.GetToken : Operations.RefreshToken;
        var request = new ServiceRequest(operation, gateway, subject: null, NoParameters, body, trace);
        request.KeepSecret(key.Id);
        request.KeepSecret(proof);
        if (refreshed is not null) request.KeepSecret(refreshed.Value);
        return request;
    }
}

/// <summary>What the token service is sent.</summary>
internal sealed record TokenBody(
    [property: JsonPropertyName("appKey")] string AppKey,
    [property: JsonPropertyName("encryption")] string Encryption,
    [property: JsonPropertyName("timestamp")] long Timestamp,
    [property: JsonPropertyName("accessToken")] string? AccessToken);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenBody))]
internal sealed partial class TokenContext : JsonSerializerContext;
