namespace BatchFlows.Analysis.Secrets;

/// <summary>A secret in a text.</summary>
/// <param name="Line">Line of the text, from 1.</param>
/// <param name="Column">Character of the line, from 1.</param>
internal readonly record struct SecretSpan(SecretKind Kind, int Start, int Length, int Line, int Column)
{
    /// <summary>Its kind in words.</summary>
    public string Words => Kind switch
    {
        SecretKind.PrivateKey => "a private key",
        SecretKind.AccessKey => "an access key",
        SecretKind.Token => "a token",
        SecretKind.PasswordInAddress => "a password in an address",
        _ => "a password or key",
    };
}
