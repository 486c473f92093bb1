using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using BatchFlows.Analysis.Secrets;
using BatchFlows.Binding;

namespace BatchFlows.Secrets;

/// <summary>The secrets for placeholders, as a table by their names.</summary>
/// <param name="given">The table; null for none.</param>
internal sealed class SecretTable(IDictionary? given)
{
    private readonly Dictionary<string, object?> _secrets = Tables.Read(given) ?? [];

    /// <summary>The definition with its secrets in place of their placeholders.</summary>
    /// <exception cref="FlowException">One is missing, or cannot be used.</exception>
    public FlowDefinition Fill(FlowDefinition flow)
    {
        var filled = SecretFilling.Fill(flow, ValueOf, out var missing);
        return missing.Count == 0
            ? filled
            : throw new FlowException(
                FailureKind.SecretMissing,
                $"The definition of flow '{flow.FlowName}' has placeholders for secrets that were not given: "
                    + $"{string.Join(", ", missing)}.",
                remedy: $"Specify each: -Secret @{{ '{missing[0].Replace("'", "''")}' = Read-Host -AsSecureString }}.");
    }

    private string? ValueOf(string name) => _secrets.TryGetValue(name, out var secret)
        ? secret switch
        {
            string text => text,
            SecureString secure => new NetworkCredential("", secure).Password,
            PSCredential credential => credential.GetNetworkCredential().Password,
            _ => FromVault(name, secret),
        }
        : null;

    /// <summary>An entry of a vault, as Get-SecretInfo returns it.</summary>
    private static string FromVault(string name, object? reference)
    {
        var entry = reference is null ? null : PSObject.AsPSObject(reference);
        if (entry?.Properties["Name"]?.Value is not string secret
            || entry.Properties["VaultName"]?.Value is not string vault)
            throw new FlowException(
                FailureKind.SecretMissing,
                $"The secret '{name}' is of type {reference?.GetType().Name ?? "null"}.",
                remedy: "Specify a SecureString, such as Get-Secret returns, a PSCredential, a text, or what "
                    + "Get-SecretInfo returns.");
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Get-Secret").AddParameter("Name", secret).AddParameter("Vault", vault)
            .AddParameter("AsPlainText").AddParameter("ErrorAction", ActionPreference.Stop);
        try
        {
            return shell.Invoke<string>().Single();
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            throw new FlowException(
                FailureKind.SecretMissing,
                $"The secret '{name}' could not be read from the vault '{vault}': {e.Message.TrimEnd('.')}.", e);
        }
    }
}
