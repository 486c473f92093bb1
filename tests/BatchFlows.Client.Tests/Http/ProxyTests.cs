using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tests;

/// <summary>Which proxy calls go through, and for whom.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Password = "pr0xy-passw0rd";
    private static readonly string Basic = Convert.ToBase64String(Encoding.ASCII.GetBytes("anna:" + Password));
    private readonly X509Certificate2 _authority = Certificates.Authority();
    private readonly X509Certificate2 _certificate;
    private readonly SecureGateway _gateway;

    public ProxyTests()
    {
        _certificate = Certificates.Server(_authority);
        _gateway = new SecureGateway(_certificate);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateway_by_https_is_reached_through_a_tunnel(bool hasPassword)
    {
        using var proxy = new LoopbackProxy(_gateway.Port, hasPassword ? Basic : null);

        var failure = await FailAsync(_gateway.Address, proxy, hasPassword ? Password : null);

        Assert.Equal((FailureKind.FlowNotFound, 1), (failure.Kind, failure.Attempts));
        Assert.NotEmpty(proxy.Requests);
        Assert.All(proxy.Requests, request => Assert.Equal($"CONNECT localhost:{_gateway.Port}", request));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_that_is_named_is_used_for_this_machine_too(bool hasPassword)
    {
        using var proxy = new LoopbackProxy(password: hasPassword ? Basic : null);
        var address = Connect.NewGateway();

        var failure = await FailAsync(address, proxy, hasPassword ? Password : null);

        Assert.Equal((FailureKind.FlowNotFound, 1), (failure.Kind, failure.Attempts));
        Assert.Contains(proxy.Requests, request => request.StartsWith($"GET {address}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "wr0ng-passw0rd")]
    [InlineData(false, "wr0ng-passw0rd")]
    public async Task A_user_it_does_not_let_through_is_told_at_once_and_without_the_password(
        bool isSecure, string? password)
    {
        using var proxy = new LoopbackProxy(_gateway.Port, Basic);

        var failure = await FailAsync(isSecure ? _gateway.Address : Connect.NewGateway(), proxy, password);

        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
        Assert.Contains("407", failure.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", failure.ToString(), StringComparison.Ordinal);
        Assert.True(proxy.Requests.Count <= 2); // once to hear what is wanted, once with the password
    }

    [Fact]
    public async Task A_change_that_it_does_not_let_through_has_not_been_made()
    {
        // The token is there already, so that the change is the first call to need the tunnel.
        using var direct = Connection(_gateway.Address, proxy: null, password: null);
        await new FlowClient(direct).AuthenticateAsync();
        using var proxy = new LoopbackProxy(_gateway.Port, Basic);
        using var connection = Connection(_gateway.Address, proxy, "wr0ng");

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).DisableFlowAsync(1));

        Assert.Equal((FailureKind.ConnectionFailed, 1), (failure.Kind, failure.Attempts));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_systems_proxy_is_used_unless_none_is_wanted(bool isRefused, int count)
    {
        using var proxy = new LoopbackProxy(_gateway.Port);
        SystemProxy.Add("behind.invalid", proxy.Address);
        using var connection = new FlowConnection(
            new Uri("https://behind.invalid/"), "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret),
            new FlowConnectionOptions { MaximumRetryCount = 0, NoProxy = isRefused });

        await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).AuthenticateAsync());

        Assert.Equal(count, proxy.Requests.Count);
    }

    [Theory]
    [InlineData("http://anna:pr0xy-passw0rd@proxy:8080", "given apart")]
    [InlineData("proxy:8080", "http://")]
    [InlineData("ftp://proxy", "http://")]
    [InlineData("/proxy", "http://")]
    public void An_address_that_is_no_proxys_or_holds_a_password_is_refused(string address, string why)
    {
        var failure = Assert.Throws<ArgumentException>(() => Connect.To(
            new StubGateway(),
            change: options => options with { Proxy = new Uri(address, UriKind.RelativeOrAbsolute) }));

        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_a_connection_nor_its_options_show_the_password()
    {
        using var proxy = new LoopbackProxy();
        using var connection = Connection(Connect.NewGateway(), proxy, Password);

        Assert.Equal(proxy.Address, connection.Proxy);
        Assert.DoesNotContain(Password, connection.Options.ToString(), StringComparison.Ordinal);
        Assert.All(typeof(FlowConnection).GetProperties(),
            property => Assert.DoesNotContain(Password, $"{property.GetValue(connection)}", StringComparison.Ordinal));
    }

    private async Task<FlowServiceException> FailAsync(Uri gateway, LoopbackProxy proxy, string? password)
    {
        using var connection = Connection(gateway, proxy, password);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(2924));
    }

    private FlowConnection Connection(Uri gateway, LoopbackProxy? proxy, string? password) =>
        new(gateway, "o", "u", Connect.AccessKey, Connect.Secure(Connect.Secret), new FlowConnectionOptions
        {
            CertificateAuthorities = [_authority],
            Proxy = proxy?.Address,
            ProxyCredentials = password is null ? null : new NetworkCredential("anna", password),
        });

    /// <summary>
    /// What the system says of proxies, as far as these tests are concerned; for other hosts there is none.
    /// </summary>
    private sealed class SystemProxy : IWebProxy
    {
        private static readonly SystemProxy One = new();
        private readonly ConcurrentDictionary<string, Uri> _proxies = new();

        public ICredentials? Credentials { get; set; }

        public static void Add(string host, Uri proxy)
        {
            One._proxies[host] = proxy;
            HttpClient.DefaultProxy = One;
        }

        public Uri? GetProxy(Uri destination) => _proxies.TryGetValue(destination.Host, out var proxy) ? proxy : null;

        public bool IsBypassed(Uri host) => !_proxies.ContainsKey(host.Host);
    }
}
