using System;
using System.Linq;
using System.Net.Sockets;

namespace BatchFlows.PowerShell.Tests;

public class ConnectionTests
{
    private const string Keys =
        "-OrganizationId $s.OrganizationId -UserId $s.UserId -AccessKey $s.Service.AccessKey -SecretKey "
            + "$s.Service.SecretKey";

    [Fact]
    public void The_built_in_sandbox_is_one_word_away_and_stops_with_its_connection()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "Connect-BatchFlow -Sandbox -PassThru",
            "$s = Get-BatchFlowSandbox; $s.IsRunning; (Export-BatchFlow 2924).FlowName",
            "Disconnect-BatchFlow; $s.IsRunning; @(Get-BatchFlowSandbox).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["sandbox", "True", "nFlow", "False", "0"], result.Texts);
    }

    [Fact]
    public void Keys_are_given_as_a_credential_or_one_by_one()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$s = Start-BatchFlowSandbox",
            "$c = [pscredential]::new($s.Service.AccessKey, $s.Service.SecretKey)",
            "Connect-BatchFlow -Gateway $s.Gateway -OrganizationId $s.OrganizationId -UserId $s.UserId -Credential $c "
                + "-Name one",
            $"Connect-BatchFlow -Address $s.Gateway -OrgId $s.OrganizationId -UserId $s.UserId -AccessKey "
                + "$s.Service.AccessKey -SecretKey $s.Service.SecretKey -Name two",
            "(Get-BatchFlowConnection).Name; (Export-BatchFlow 2924).ConnectionName; (Export-BatchFlow 2924 "
                + "-Connection one).ConnectionName",
            "Export-BatchFlow 2924 -Connection one | Export-BatchFlow | ForEach-Object ConnectionName");

        Assert.Empty(result.Errors);
        Assert.Equal(["two", "one", "two", "one", "one"], result.Texts);
    }

    [Fact]
    public void The_default_is_the_connection_made_last()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$s = Start-BatchFlowSandbox",
            $"Connect-BatchFlow $s.Gateway {Keys} -Name one; Connect-BatchFlow $s.Gateway {Keys} -Name two; "
                + $"Connect-BatchFlow $s.Gateway {Keys} -Name ONE",
            "(Get-BatchFlowConnection).Name",
            "Disconnect-BatchFlow; (Get-BatchFlowConnection).Name",
            "Get-BatchFlowConnection | Disconnect-BatchFlow; @(Get-BatchFlowConnection).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["ONE", "two", "two", "0"], result.Texts);
    }

    [Fact]
    public void Connections_belong_to_their_runspace()
    {
        using var engine = Engine.WithSandbox();
        using var other = new Engine();

        Assert.Empty(other.Run("Get-BatchFlowConnection; Get-BatchFlowSandbox").Output);
    }

    [Theory]
    [InlineData("Remove-Module BatchFlows.PowerShell")]
    [InlineData(null)]
    public void Sandboxes_end_with_the_module_and_with_the_runspace(string? script)
    {
        using var engine = Engine.WithSandbox();
        var gateway = new Uri(engine.Run("$sandbox.Gateway.AbsoluteUri").Texts.Single());
        using (var before = new TcpClient()) before.Connect(gateway.Host, gateway.Port);

        if (script is null) engine.Dispose();
        else Assert.Empty(engine.Run(script).Errors);

        using var after = new TcpClient();
        Assert.Equal(SocketError.ConnectionRefused,
            Assert.Throws<SocketException>(() => after.Connect(gateway.Host, gateway.Port)).SocketErrorCode);
    }

    [Fact]
    public void A_name_nobody_has_is_an_error_that_says_what_to_do()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Export-BatchFlow 2924 -Connection nobody");

        Assert.Equal(("NotConnected,BatchFlows.Commands.ExportBatchFlowCommand", 2924L),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Contains("Get-BatchFlowConnection", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    public void No_name_is_the_default(string name)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"[pscustomobject]@{{ FlowId = 2924; ConnectionName = {name} }} | Export-BatchFlow; Export-BatchFlow 2924 "
                + $"-Connection {name}");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow", "nFlow"], result.Texts);
    }

    [Fact]
    public void A_closed_connection_is_no_connection()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$c = Connect-BatchFlow -Sandbox -PassThru; Disconnect-BatchFlow", "Export-BatchFlow 2924 -Connection $c");

        Assert.StartsWith("NotConnected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_a_connection_during_bulk_work_is_told_as_such()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "1..20 | ForEach-Object { $sandbox.Service.PutFlow($_, '{\"name\":\"f\"}') }",
            "1..20 | Export-BatchFlow -ThrottleLimit 1 | ForEach-Object { $_.FlowId; if ($_.FlowId -eq 3) { "
                + "Disconnect-BatchFlow } }");

        Assert.Equal(["1", "2", "3"], result.Texts.Take(3));
        Assert.NotEmpty(result.Errors);
        Assert.All(result.Errors,
            error => Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1..3 | Export-BatchFlow -Connection nobody")]
    [InlineData("$sandbox.Service.InjectFault('Unauthorized', 10); 1..3 | Export-BatchFlow -ThrottleLimit 1")]
    public void What_no_item_can_survive_is_one_error(string script)
    {
        using var engine = Engine.WithSandbox();

        Assert.Single(engine.Run(script).Errors);
    }

    [Fact]
    public void An_item_with_a_connection_nobody_has_does_not_stop_the_others()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "'sandbox', 'nobody', 'sandbox' | ForEach-Object { [pscustomobject]@{ FlowId = 2924; ConnectionName = $_ } "
                + "} | Export-BatchFlow");

        Assert.Equal(["nFlow", "nFlow"], result.Texts);
        Assert.StartsWith("NotConnected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com", "https://")]
    [InlineData("https://user:s3same@example.com", "user name")]
    public void An_unsafe_address_is_refused(string gateway, string said)
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$s = Start-BatchFlowSandbox", $"Connect-BatchFlow '{gateway}' {Keys}", "@(Get-BatchFlowConnection).Count");

        Assert.Equal("RequestInvalid,BatchFlows.Commands.ConnectBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Contains(said, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3same", $"{result.Error}{result.Error.TargetObject}{result.Error.CategoryInfo}",
            StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void An_empty_credential_is_refused_in_words()
    {
        using var engine = new Engine();

        var result = engine.Run("Connect-BatchFlow https://apim.example.com o u ([pscredential]::Empty)");

        Assert.Equal("RequestInvalid,BatchFlows.Commands.ConnectBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Contains("The secret key is empty", result.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipping_the_certificate_check_warns()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$s = Start-BatchFlowSandbox", $"Connect-BatchFlow $s.Gateway {Keys} -SkipCertificateCheck");

        Assert.Contains(result.Messages, message => message.Contains("certificate", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_connections_are_completed()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("(TabExpansion2 'Export-BatchFlow -Connection sa').CompletionMatches | "
            + "Where-Object ToolTip -ne Profile | ForEach-Object CompletionText");

        Assert.Equal(["sandbox"], result.Texts);
    }

    [Fact]
    public void A_sandbox_is_stopped_when_wanted_and_not_under_what_if()
    {
        using var engine = new Engine();

        var result = engine.Run(
            "$one = Start-BatchFlowSandbox -LatencyMilliseconds 5; $two = Start-BatchFlowSandbox; "
                + "$one.Service.Latency.TotalMilliseconds",
            "Stop-BatchFlowSandbox -WhatIf; @(Get-BatchFlowSandbox).Count",
            "$one | Stop-BatchFlowSandbox; @(Get-BatchFlowSandbox).Count; $one.IsRunning",
            "Stop-BatchFlowSandbox; @(Get-BatchFlowSandbox).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["5", "2", "1", "False", "0"], result.Texts);
    }
}
