using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Security;
using BatchFlows.Model.Failures;

namespace BatchFlows.Connections;

/// <summary>
/// Fetches the keys that a profile refers to: from a vault by the command Get-Secret of the session, or from
/// environment variables.
/// </summary>
internal static class ProfileSecret
{
    private const string GetSecret = "Get-Secret";

    /// <exception cref="FlowException">The keys are not there.</exception>
    public static (string AccessKey, SecureString SecretKey) Of(FlowProfile profile) =>
        profile.SecretName is { Length: > 0 } name
            ? Find(profile, name) is { } secret ? KeysOf(profile, name, secret.BaseObject)
                : OfEnvironment(profile) ?? throw new FlowException(
                    FailureKind.NotConnected,
                    $"The secret '{name}' of the profile '{profile.Name}' could not be read: the command {GetSecret} "
                        + "was not found.",
                    remedy: "Install the module Microsoft.PowerShell.SecretManagement and the module of your vault. "
                        + $"Or {char.ToLowerInvariant(SetVariables[0])}{SetVariables.Substring(1)}")
            : OfEnvironment(profile) ?? throw new FlowException(
                FailureKind.NotConnected,
                $"The profile '{profile.Name}' has no -SecretName, and the environment variables of keys are not set.",
                remedy: $"{SetVariables} Or name a secret of a vault: Set-BatchFlowProfile "
                    + $"{PastedText.Of(profile.Name)} -SecretName batchflows/{PastedText.Of(profile.Name)}");

    private static string SetVariables =>
        $"Set the environment variables {EnvironmentConnection.AccessKey} and {EnvironmentConnection.SecretKey}.";

    /// <summary>The secret in a vault; null when the session has no vaults.</summary>
    private static PSObject? Find(FlowProfile profile, string name)
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(GetSecret).AddParameter("Name", name).AddParameter("ErrorAction", ActionPreference.Stop);
        if (profile.Vault is { Length: > 0 } vault) shell.AddParameter("Vault", vault);
        Collection<PSObject?> found;
        try
        {
            found = shell.Invoke<PSObject?>();
        }
        catch (CommandNotFoundException e) when (e.CommandName == GetSecret)
        {
            return null;
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            // With ErrorAction Stop, the message of the exception begins with the preference, so the inner message is
            // used.
            var why = (e as ActionPreferenceStopException)?.ErrorRecord.Exception.Message ?? e.Message;
            throw Unusable(profile, name, $"{GetSecret} failed. {why}", e);
        }

        return found.OfType<PSObject>().ToArray() is [var only]
            ? only
            : throw Unusable(profile, name, $"{GetSecret} returned {found.Count} objects.");
    }

    private static (string AccessKey, SecureString SecretKey) KeysOf(FlowProfile profile, string name, object secret) =>
        secret switch
        {
            PSCredential credential => (credential.UserName, credential.Password),
            SecureString secretKey => (
                AccessKeyOf(profile) ?? throw Unusable(
                    profile, name, "it is a secret key alone, and the profile has no access key.",
                    remedy: $"Save the access key: Set-BatchFlowProfile {PastedText.Of(profile.Name)} -AccessKey"),
                secretKey),
            _ => throw Unusable(profile, name, $"it is of type {secret.GetType()}.",
                remedy: "Store a PSCredential (user name: access key, password: secret key) with Set-Secret."),
        };

    private static (string AccessKey, SecureString SecretKey)? OfEnvironment(FlowProfile profile) =>
        EnvironmentConnection.Value(EnvironmentConnection.SecretKey) is { Length: > 0 } secret
            && AccessKeyOf(profile) is { } accessKey
                ? (accessKey, EnvironmentConnection.Secure(secret))
                : null;

    private static string? AccessKeyOf(FlowProfile profile) =>
        (profile.AccessKey ?? EnvironmentConnection.Value(EnvironmentConnection.AccessKey)) is { Length: > 0 } key
            ? key
            : null;

    private static FlowException Unusable(
        FlowProfile profile, string name, string why, Exception? inner = null, string? remedy = null) => new(
            FailureKind.NotConnected,
            $"The secret '{name}' of the profile '{profile.Name}' could not be read: {why}",
            inner,
            remedy ?? $"Check that {GetSecret} {PastedText.Of(name)} returns it in this session.");
}
