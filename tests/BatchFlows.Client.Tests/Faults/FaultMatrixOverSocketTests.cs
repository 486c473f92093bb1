using System;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>
/// The faults that are the transport's own, over real connections: for a read, a change, and a change by GET.
/// </summary>
public class FaultMatrixOverSocketTests
{
    public static MatrixTheoryData<string, string> Cells { get; } = new(
        ["DropBefore", "DropAfter", "CutBody", "SlowDrip", "SlowDripWithinLimit", "EndlessBody", "Redirect"],
        [
#if !NETFRAMEWORK
            "Export Flow", // .NET Framework sends a read again by itself when a kept connection ends
#endif
            "Trigger Flow", "Delete Flow",
        ]);

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_call_comes_out_of_a_broken_connection_as_the_matrix_says(string fault, string operation) =>
        FaultCell.CheckAsync(FaultCell.Of(fault, operation, isToken: false), () => FaultLab.OverSocketAsync());

    [Theory]
    [MemberData(nameof(Cells))]
    public Task A_call_comes_out_of_a_broken_connection_for_its_token_as_the_matrix_says(
        string fault, string operation) =>
        FaultMatrix.Row(fault).Token is null
            ? Task.CompletedTask
            : FaultCell.CheckAsync(FaultCell.Of(fault, operation, isToken: true), () => FaultLab.OverSocketAsync());

    [Theory]
    [NotOnMono("It makes no certificates.")]
    [InlineData("127.0.0.1", 1)] // nobody vouches for it
    [InlineData("127.0.0.1", -1)] // and it has ended
    [InlineData("elsewhere.example", 1)] // and it is another's
    public async Task No_operation_goes_to_a_server_with_a_wrong_certificate(string host, int daysLeft)
    {
        using var certificate = Certificate(host, daysLeft);

        await FaultCell.CheckAsync(
            FaultCell.Of(FaultCell.WrongCertificate, isToken: false), () => FaultLab.OverSocketAsync(certificate));
    }

    [Theory]
    [InlineData("Export Flow")]
    [InlineData("Trigger Flow")]
    [InlineData("Delete Flow")]
    public async Task Where_a_redirect_leads_nobody_ever_calls(string operation)
    {
        var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        using var lab = await FaultLab.OverSocketAsync();
        lab.Service.RedirectTarget = new($"http://{elsewhere.LocalEndpoint}/");
        lab.Service.InjectFault(SandboxFault.Redirect);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => lab.RunAsync(() => lab.Scene.Calls[operation](lab.Client)));

        Assert.Contains($"http://{elsewhere.LocalEndpoint}, ", failure.Message, StringComparison.Ordinal);
        Assert.False(elsewhere.Pending());
        elsewhere.Stop();
    }

    private static X509Certificate2 Certificate(string host, int daysLeft)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(daysLeft - 5), DateTimeOffset.UtcNow.AddDays(daysLeft));
    }
}
