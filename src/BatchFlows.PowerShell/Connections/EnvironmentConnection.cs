using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using BatchFlows.Client.Network;

namespace BatchFlows.Connections;

/// <summary>
/// The connection that environment variables describe, for jobs that start a command without connecting first.
/// </summary>
internal sealed class EnvironmentConnection
{
    public const string Name = "environment";
    public const string AccessKey = "BATCHFLOWS_ACCESS_KEY";
    public const string SecretKey = "BATCHFLOWS_SECRET_KEY";

    private const string Gateway = "BATCHFLOWS_GATEWAY";
    private const string OrganizationId = "BATCHFLOWS_ORGANIZATION_ID";
    private const string UserId = "BATCHFLOWS_USER_ID";
    private static readonly string[] Variables = [Gateway, OrganizationId, UserId, AccessKey, SecretKey];

    private FlowConnection? _connection;
    private byte[] _madeFrom = [];

    /// <summary>The connection, if it was used and is open.</summary>
    public FlowConnection? Made => _connection is { IsClosed: false } ? _connection : null;

    /// <summary>The same connection as long as the variables stay the same.</summary>
    public FlowConnection Get()
    {
        Dictionary<string, string> values = [];
        foreach (var name in Variables) values[name] = Value(name);
        if (Array.FindAll(Variables, name => values[name].Length == 0) is { Length: > 0 } missing)
            throw NotConnected.NoVariables(Variables, missing);

        var fingerprint = Fingerprint(values.Values);
        if (_connection is { IsClosed: false } && Enumerable.SequenceEqual(_madeFrom, fingerprint)) return _connection;
        Close();
        _connection = Create(values);
        _madeFrom = fingerprint;
        return _connection;
    }

    public void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    public static string Value(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() ?? "";

    public static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (var character in text) secret.AppendChar(character);
        return secret;
    }

    private static FlowConnection Create(Dictionary<string, string> values)
    {
        using var secret = Secure(values[SecretKey]);
        try
        {
            return new FlowConnection(
                new Uri(values[Gateway], UriKind.RelativeOrAbsolute),
                values[OrganizationId],
                values[UserId],
                values[AccessKey],
                secret,
                new FlowConnectionOptions { Name = Name });
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException)
        {
            throw new FlowException(
                FailureKind.NotConnected, $"The environment variable {Gateway} cannot be used. {e.Message}", e);
        }
    }

    private static byte[] Fingerprint(IEnumerable<string> values)
    {
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", values)));
    }
}
