using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Environment variables belong to the process: whatever needs them, or needs them absent, is tested here, one after
/// the other.
/// </summary>
public sealed class EnvironmentTests : IDisposable
{
    public static readonly string[] Variables =
        ["BATCHFLOWS_GATEWAY", "BATCHFLOWS_ORGANIZATION_ID", "BATCHFLOWS_USER_ID", "BATCHFLOWS_ACCESS_KEY",
            "BATCHFLOWS_SECRET_KEY"];

    private readonly Engine _engine = new();

    public EnvironmentTests()
    {
        var gateway = _engine.Run($"{Engine.StartSandbox}; $sandbox.Gateway.AbsoluteUri").Texts.Single();
        foreach (var (name, value) in Variables.Zip(ValuesFor(gateway)))
            Environment.SetEnvironmentVariable(name, value);
    }

    public static string[] ValuesFor(string gateway) =>
        [gateway, "o1578468179", "u15426865866571", "11111111-2222-3333-4444-555555555555",
            "66666666-7777-8888-9999-000000000000"];

    public void Dispose()
    {
        foreach (var name in Variables) Environment.SetEnvironmentVariable(name, null);
        _engine.Dispose();
    }

    [Fact]
    public void Completion_does_not_connect()
    {
        var result = _engine.Run(
            "(TabExpansion2 'Export-BatchFlow met' 20).CompletionMatches.CompletionText | Where-Object { $_ }",
            "$sandbox.TokenRequestCount",
            "$null = Get-BatchFlowServerTime; $sandbox.TokenRequestCount",
            "(TabExpansion2 'Get-BatchFlowConnection e' 25).CompletionMatches.CompletionText");

        Assert.Empty(result.Errors);
        Assert.Equal(["0", "1", "environment"], result.Texts);
    }

    [Fact]
    public void The_variables_are_a_connection()
    {
        var result = _engine.Run(
            "(Export-BatchFlow 2924).FlowName; (Export-BatchFlow 2924 | Export-BatchFlow).ConnectionName",
            "$sandbox.TokenRequestCount");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow", "environment", "1"], result.Texts);
    }

    [Fact]
    public void It_can_be_closed_and_is_made_again()
    {
        var result = _engine.Run(
            "(Export-BatchFlow 2924).FlowName; Disconnect-BatchFlow environment; (Export-BatchFlow 2924).FlowName");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow", "nFlow"], result.Texts);
    }

    [Fact]
    public void A_changed_variable_counts_at_once()
    {
        Assert.Empty(_engine.Run("Export-BatchFlow 2924").Errors);
        Environment.SetEnvironmentVariable("BATCHFLOWS_USER_ID", "somebody");

        Assert.StartsWith("UserOrOrganizationUnknown,",
            _engine.Run("Export-BatchFlow 2924").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_secret_is_one_error()
    {
        Assert.Empty(_engine.Run("Export-BatchFlow 2924").Errors);
        Environment.SetEnvironmentVariable("BATCHFLOWS_SECRET_KEY", "wrong");

        var error = _engine.Run("Export-BatchFlow 2924").Error;

        Assert.StartsWith("CredentialRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(("AuthenticationError", 2924L), (error.CategoryInfo.Category.ToString(), error.TargetObject));
        Assert.NotEmpty(error.Remedy());
    }

    [Fact]
    public void A_connection_that_was_made_comes_first()
    {
        Environment.SetEnvironmentVariable("BATCHFLOWS_USER_ID", "somebody");

        Assert.Empty(_engine.Run("$sandbox | Connect-BatchFlow; Export-BatchFlow 2924").Errors);
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        foreach (var name in Variables)
        {
            var value = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);

            var error = _engine.Run("Export-BatchFlow 2924").Error;

            Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal([name],
                Variables.Where(variable => error.Exception.Message.Contains(variable, StringComparison.Ordinal)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public void Without_variables_and_connection_there_is_one_error_that_says_what_to_do()
    {
        foreach (var name in Variables) Environment.SetEnvironmentVariable(name, null);

        var result = _engine.Run("1, 2, 3 | Export-BatchFlow");

        Assert.Equal(("NotConnected,BatchFlows.Commands.ExportBatchFlowCommand", "AuthenticationError"),
            (result.Error.FullyQualifiedErrorId, result.Error.CategoryInfo.Category.ToString()));
        Assert.Contains("Connect-BatchFlow", result.Error.Remedy(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_cannot_be_used_is_named()
    {
        Environment.SetEnvironmentVariable("BATCHFLOWS_GATEWAY", "http://example.com");

        var error = _engine.Run("Export-BatchFlow 2924").Error;

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("BATCHFLOWS_GATEWAY", error.Exception.Message, StringComparison.Ordinal);
    }
}
