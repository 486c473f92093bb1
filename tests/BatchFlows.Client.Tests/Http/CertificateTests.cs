using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tests;

/// <summary>
/// Whose certificates are trusted: those of the authorities that the connection names, or else of the system's.
/// </summary>
public sealed class CertificateTests : IDisposable
{
    private readonly X509Certificate2 _authority = Certificates.Authority();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_certificate_of_the_given_authority_is_trusted()
    {
        using var certificate = Certificates.Server(_authority);
        using var gateway = new SecureGateway(certificate);

        Assert.Equal(FailureKind.FlowNotFound, (await FailAsync(gateway, [_authority])).Kind);
    }

    [Fact]
    public async Task An_authority_in_between_may_be_sent_by_the_gateway_or_given()
    {
        using var between = Certificates.Authority("Between", _authority);
        using var certificate = Certificates.Server(between);
        using var sending = new SecureGateway(certificate, between);
        using var silent = new SecureGateway(certificate);

        Assert.Equal(FailureKind.FlowNotFound, (await FailAsync(sending, [_authority])).Kind);
        Assert.Equal(FailureKind.FlowNotFound, (await FailAsync(silent, [_authority, between])).Kind);
        Assert.Equal(FailureKind.FlowNotFound, (await FailAsync(sending, [between])).Kind);
        Assert.Equal(FailureKind.CertificateRejected, (await FailAsync(silent, [_authority])).Kind);
    }

    [Fact]
    public async Task Without_the_authority_it_is_rejected_unless_nothing_is_checked()
    {
        using var certificate = Certificates.Server(_authority);
        using var gateway = new SecureGateway(certificate);

        Assert.Equal(FailureKind.CertificateRejected, (await FailAsync(gateway, [])).Kind);
        Assert.Equal(FailureKind.FlowNotFound, (await FailAsync(gateway, [], isSkipped: true)).Kind);
    }

    [Theory]
    [InlineData("elsewhere.example.com", 0.5, "is for another host")]
    [InlineData("localhost", -0.5, "is not valid: NotTimeValid")]
    public async Task One_for_another_host_or_that_has_expired_is_rejected_all_the_same(
        string host, double validForDays, string why)
    {
        using var certificate = Certificates.Server(_authority, host, validForDays);
        using var gateway = new SecureGateway(certificate);

        var failure = await FailAsync(gateway, [_authority]);

        Assert.Equal((FailureKind.CertificateRejected, 1), (failure.Kind, failure.Attempts));
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Other")]
    [InlineData("Authority")]
    public async Task Another_authority_vouches_for_nothing_even_under_the_same_name(string name)
    {
        using var other = Certificates.Authority(name);
        using var certificate = Certificates.Server(_authority);
        using var gateway = new SecureGateway(certificate);

        Assert.Equal(FailureKind.CertificateRejected, (await FailAsync(gateway, [other])).Kind);
    }

    [Fact]
    public void A_connection_tells_its_authorities_by_their_names()
    {
        using var connection = Connection(new Uri("https://localhost/"), [_authority], isSkipped: false);

        Assert.Equal(["CN=Authority"], connection.CertificateAuthorities);
    }

    private static async Task<FlowServiceException> FailAsync(
        SecureGateway gateway, X509Certificate2[] authorities, bool isSkipped = false)
    {
        // As they come from a file: without their keys.
        using var connection = Connection(gateway.Address,
            [.. authorities.Select(authority => X509CertificateLoader.LoadCertificate(authority.RawData))], isSkipped);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));
    }

    private static FlowConnection Connection(Uri gateway, X509Certificate2[] authorities, bool isSkipped) =>
        new(gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), new FlowConnectionOptions
        {
            CertificateAuthorities = authorities,
            SkipCertificateCheck = isSkipped,
        });
}
