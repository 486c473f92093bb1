namespace BatchFlows.Analysis.Secrets;

internal enum SecretKind
{
    PrivateKey,
    AccessKey,
    Token,
    PasswordInAddress,
    Password,
}
