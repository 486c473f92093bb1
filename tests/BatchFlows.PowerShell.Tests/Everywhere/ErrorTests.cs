using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Each failure is one error record: what, on what, why, what next.</summary>
public class ErrorTests
{
    private const string Keys = "-OrganizationId $sandbox.OrganizationId -UserId $sandbox.UserId";

    [Theory]
    [InlineData("DropBefore", "ConnectionFailed", "ConnectionError")]
    [InlineData("DropAfter", "ConnectionFailed", "ConnectionError")]
    [InlineData("CutBody", "ResponseInvalid", "InvalidData")]
    [InlineData("MalformedJson", "ResponseInvalid", "InvalidData")]
    [InlineData("EmptyBody", "ResponseInvalid", "InvalidData")]
    [InlineData("Html", "ResponseInvalid", "InvalidData")]
    [InlineData("TooManyRequests", "RateLimited", "LimitsExceeded")]
    [InlineData("InternalServerError", "ServiceFailed", "ResourceUnavailable")]
    [InlineData("BadGateway", "ServiceFailed", "ResourceUnavailable")]
    [InlineData("ServiceUnavailable", "ServiceFailed", "ResourceUnavailable")]
    [InlineData("ServiceFailed", "ServiceFailed", "ResourceUnavailable")]
    [InlineData("Unauthorized", "SignatureRefused", "AuthenticationError")]
    [InlineData("ExpiredToken", "TokenRefused", "AuthenticationError")]
    public void A_fault_that_lasts_is_one_error_record(string fault, string id, string category)
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run($"$sandbox.Service.InjectFault('{fault}', 3)", "Export-BatchFlow 2924");

        AssertError(result, id, category, 2924L);
    }

    [Fact]
    public void An_unknown_flow_is_one_error_record()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Export-BatchFlow 666");

        AssertError(result, "FlowNotFound", "ObjectNotFound", 666L);
        Assert.Contains(
            "62102, \"Flow validation exception\"", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_secret_is_found_when_connecting()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Connect-BatchFlow $sandbox.Gateway {Keys} -Credential ([pscredential]::new($sandbox.Service.AccessKey, "
                + "[System.Net.NetworkCredential]::new('', 'wrong').SecurePassword))");

        Assert.StartsWith("CredentialRefused,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("secret key", result.Error.Remedy(), StringComparison.Ordinal);
        Assert.Equal("sandbox", engine.Run("(Get-BatchFlowConnection).Name").Texts.Single());
    }

    [Theory]
    [InlineData("-OrganizationId o0 -UserId $sandbox.UserId")]
    [InlineData("-OrganizationId $sandbox.OrganizationId -UserId u0")]
    public void A_wrong_user_or_organization_ends_the_command_with_one_error(string who)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Connect-BatchFlow $sandbox.Gateway {who} -AccessKey $sandbox.Service.AccessKey -SecretKey "
                + "$sandbox.Service.SecretKey",
            "2924, 3001, 3002 | Export-BatchFlow");

        AssertError(result, "UserOrOrganizationUnknown", "AuthenticationError", 2924L);
    }

    [Fact]
    public void A_dead_gateway_is_one_error_record()
    {
        using var engine = Engine.WithSandbox();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = engine.Run(
            $"Connect-BatchFlow http://127.0.0.1:{port} {Keys} -AccessKey $sandbox.Service.AccessKey -SecretKey "
                + "$sandbox.Service.SecretKey -MaximumRetryCount 0");

        AssertError(result, "ConnectionFailed", "ConnectionError", new Uri($"http://127.0.0.1:{port}/"));
    }

    [Fact]
    public void A_gateway_that_died_is_an_error_for_each_flow()
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run("Stop-BatchFlowSandbox", "2924, 3001 | Export-BatchFlow");

        Assert.Equal([2924L, 3001L], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.Errors,
            error => Assert.StartsWith("ConnectionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_does_not_come_is_timed_out()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Connect-BatchFlow $sandbox.Gateway {Keys} -AccessKey $sandbox.Service.AccessKey -SecretKey "
                + "$sandbox.Service.SecretKey -OperationTimeoutSeconds 1",
            "$sandbox.Service.InjectFault('Hang', 1)",
            "Export-BatchFlow 2924");

        AssertError(result, "RequestTimedOut", "OperationTimeout", 2924L);
    }

    [Fact]
    public void Errors_can_be_caught_by_kind()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "try { Export-BatchFlow 666 -ErrorAction Stop } catch [BatchFlows.FlowServiceException] { $e = "
                + "$_.Exception; $e.Kind, $e.Code, [int]$e.HttpStatus, $e.Operation, $e.Attempts }");

        Assert.Empty(result.Errors);
        Assert.Equal(["FlowNotFound", "62102", "200", "Export Flow", "1"], result.Texts);
    }

    private static void AssertError(Result result, string id, string category, object target)
    {
        var error = result.Error;
        Assert.StartsWith(id + ",BatchFlows.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((category, target), (error.CategoryInfo.Category.ToString(), error.TargetObject));
        Assert.Null(error.ErrorDetails);
        Assert.NotEmpty(error.Remedy());
        Assert.Matches($@"\. {Regex.Escape(error.Remedy())}( \([^()]*HTTP \d+[^()]*\))?$", error.Exception.Message);
    }
}
