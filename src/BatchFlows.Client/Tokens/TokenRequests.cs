using System;
using System.Collections.Generic;
using BatchFlows.Client.Messages;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Tokens;

/// <summary>Makes the requests to the token service.</summary>
internal static class TokenRequests
{
    private static readonly Dictionary<string, string> NoParameters = [];

    /// <param name="refreshed">The token to refresh; null to get one.</param>
    public static ServiceRequest Create(
        Uri gateway, AccessKey key, Token? refreshed, TimeProvider clock, Action<string>? trace)
    {
        var timestamp = Timestamps.Next(clock);
        var proof = key.Encrypt(Timestamps.ToText(timestamp));
        var body = WireJson.ToObjectBytes(
            writer =>
            {
                writer.WriteString("appKey", key.Id);
                writer.WriteString("encryption", proof);
                writer.WriteNumber("timestamp", timestamp);
                if (refreshed is not null) writer.WriteString("accessToken", refreshed.Value);
            },
            isAscii: true);
        var operation = refreshed is null ? Operations.GetToken : Operations.RefreshToken;
        var request = new ServiceRequest(operation, gateway, subject: null, NoParameters, body, trace);
        request.KeepSecret(key.Id);
        request.SecretKey = key.Reveal;
        request.KeepSecret(proof);
        if (refreshed is not null) request.KeepSecret(refreshed.Value);
        return request;
    }
}
