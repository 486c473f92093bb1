using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// The saved settings of a connection, without its secret key: where the service is, for whom it is called, and where
/// the secret key is found.
/// </summary>
public sealed class FlowProfile : JsonRecord
{
    private static readonly string[] Flags =
        ["readOnly", "protected", "skipCertificateCheck", "proxyUseDefaultCredentials", "noProxy"];

    internal FlowProfile(string name)
        : this(name, source: default)
    {
    }

    internal FlowProfile(string name, JsonElement source)
        : base(source) => Name = name;

    /// <summary>Name of the profile, and of the connection that is made from it.</summary>
    public string Name { get; }

    /// <summary>Address of the API gateway.</summary>
    public string? Gateway { get => Find("gateway").AsText(); internal set => Set("gateway", value); }

    /// <summary>Organisation ID.</summary>
    public string? OrganizationId
    {
        get => Find("organizationId").AsText();
        internal set => Set("organizationId", value);
    }

    /// <summary>User ID.</summary>
    public string? UserId { get => Find("userId").AsText(); internal set => Set("userId", value); }

    /// <summary>The last four characters of the access key, when the profile has it.</summary>
    public string? AccessKeyEnding => AccessKey is { Length: > 8 } key ? key.Substring(key.Length - 4) : null;

    /// <summary>Name of the secret in a vault of SecretManagement; null for environment variables.</summary>
    public string? SecretName { get => Find("secretName").AsText(); internal set => Set("secretName", value); }

    /// <summary>Name of the vault; null to look in all.</summary>
    public string? Vault { get => Find("vault").AsText(); internal set => Set("vault", value); }

    /// <summary>True when calls that change something are refused before they are sent.</summary>
    public bool IsReadOnly { get => Flag("readOnly"); internal set => Set("readOnly", value); }

    /// <summary>True when calls that change something must be confirmed.</summary>
    public bool IsProtected { get => Flag("protected"); internal set => Set("protected", value); }

    /// <summary>What becomes of changes: <c>ReadWrite</c>, <c>Confirm</c> or <c>ReadOnly</c>.</summary>
    public string Access => IsReadOnly ? "ReadOnly" : IsProtected ? "Confirm" : "ReadWrite";

    /// <summary>Time limit of each attempt of a call, in seconds; null for the default.</summary>
    public int? OperationTimeoutSeconds
    {
        get => Number("operationTimeoutSeconds", 1, 86400);
        internal set => Set("operationTimeoutSeconds", (long?)value);
    }

    /// <summary>Number of retries after a transient failure; null for the default.</summary>
    public int? MaximumRetryCount
    {
        get => Number("maximumRetryCount", 0, 20);
        internal set => Set("maximumRetryCount", (long?)value);
    }

    /// <summary>Maximum requests per second; null for no limit.</summary>
    public double? MaxRequestsPerSecond
    {
        get => Find("maxRequestsPerSecond").AsReal() is > 0 and <= 10000 and var rate ? rate : null;
        internal set => Set("maxRequestsPerSecond", value);
    }

    /// <summary>True when any certificate of the gateway is accepted.</summary>
    public bool SkipCertificateCheck
    {
        get => Flag("skipCertificateCheck");
        internal set => Set("skipCertificateCheck", value);
    }

    /// <summary>
    /// Paths of files with the certificate authorities to trust for the gateway; empty for the system's trust store.
    /// </summary>
    public IReadOnlyList<string> CertificateAuthorities
    {
        get => Find("certificateAuthorities") is { ValueKind: JsonValueKind.Array } paths
            ? [.. paths.EnumerateArray().Select(path => path.AsText()).OfType<string>()]
            : [];
        internal set
        {
            var paths = WireJson.ToBytes(new JsonArray([.. value.Select(path => JsonValue.Create(path))]));
            Set("certificateAuthorities", JsonBody.Parse(paths).Root);
        }
    }

    /// <summary>Address of the proxy; null for the system's settings.</summary>
    public string? Proxy { get => Find("proxy").AsText(); internal set => Set("proxy", value); }

    /// <summary>True to authenticate to the proxy as the current user.</summary>
    public bool ProxyUseDefaultCredentials
    {
        get => Flag("proxyUseDefaultCredentials");
        internal set => Set("proxyUseDefaultCredentials", value);
    }

    /// <summary>True when no proxy is used, whatever the system says.</summary>
    public bool NoProxy { get => Flag("noProxy"); internal set => Set("noProxy", value); }

    /// <summary>Not a public property, because only the ending of an access key is shown.</summary>
    internal string? AccessKey { get => Find("accessKey").AsText(); set => Set("accessKey", value); }

    /// <summary>
    /// The first invalid setting; null if there is none. An invalid value must not become a default: <c>"protected":
    /// "yes"</c> would make an unprotected connection.
    /// </summary>
    internal string? Problem =>
        Flags.FirstOrDefault(name => IsThere(name) && Find(name).AsFlag() is null) is { } flag
            ? $"its field '{flag}' is neither true nor false"
        : (IsThere("operationTimeoutSeconds") && OperationTimeoutSeconds is null)
            ? "its field 'operationTimeoutSeconds' is not a number from 1 to 86400"
        : (IsThere("maximumRetryCount") && MaximumRetryCount is null)
            ? "its field 'maximumRetryCount' is not a number from 0 to 20"
        : (IsThere("maxRequestsPerSecond") && MaxRequestsPerSecond is null)
            ? "its field 'maxRequestsPerSecond' is not a number above 0, up to 10000"
        : IsThere("certificateAuthorities") && Find("certificateAuthorities").ValueKind != JsonValueKind.Array
            ? "its field 'certificateAuthorities' is not a list of paths"
        : null;

    /// <summary>The profile's name.</summary>
    public override string ToString() => Name;

    private bool IsThere(string name) => Find(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private bool Flag(string name) => Find(name).AsFlag() == true;

    private int? Number(string name, int least, int most) =>
        Find(name).AsInteger() is { } value && value >= least && value <= most ? (int)value : null;
}
