using System;
using BatchFlows.Client.Network;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <content>Makes the connection, and tries it.</content>
public sealed partial class ConnectBatchFlowCommand
{
    private FlowConnection CreateConnection(SandboxServer? sandbox)
    {
        var options = new FlowConnectionOptions
        {
            Name = Name ?? (Sandbox ? "sandbox" : null),
            OperationTimeout = TimeSpan.FromSeconds(OperationTimeoutSeconds),
            MaximumRetryCount = MaximumRetryCount,
            MaxRequestsPerSecond = MaxRequestsPerSecond,
            SkipCertificateCheck = SkipCertificateCheck,
            CertificateAuthorities = CertificateAuthority,
            Proxy = Proxy,
            ProxyCredentials = ProxyCredentials,
            NoProxy = NoProxy,
            IsReadOnly = ReadOnly,
            IsProtected = Protected,
        };
        try
        {
            return sandbox is not null
                ? new FlowConnection(
                    sandbox.Gateway, sandbox.OrganizationId, sandbox.UserId, sandbox.Service.AccessKey,
                    sandbox.Service.SecretKey, options)
                : ParameterSetName == WithKeys
                    ? new FlowConnection(Gateway, OrganizationId, UserId, AccessKey, SecretKey, options)
                    : new FlowConnection(
                        Gateway, OrganizationId, UserId, Credential.UserName, Credential.Password, options);
        }
        catch (ArgumentException e)
        {
            // If the message omits the address, it contains a secret, so the error must not show it as its target
            // either.
            ThrowTerminatingError(
                ErrorRecords.InvalidArgument(
                    e.Message, Gateway is not null && e.Message.Contains(Gateway.OriginalString) ? Gateway : null, e));
            throw;
        }
    }

    private FlowConnection FromProfile()
    {
        try
        {
            var profile = ProfileConnection.Load(Profile);
            var (isReadOnly, isProtected) = (profile.IsReadOnly, profile.IsProtected);
            ProfileSettings.Apply(profile, MyInvocation.BoundParameters);
            if (NetworkContradiction.Find(
                profile.SkipCertificateCheck, CertificateAuthority.Length + profile.CertificateAuthorities.Count > 0,
                profile.NoProxy, profile.Proxy is not null, ProxyCredential is not null,
                profile.ProxyUseDefaultCredentials) is { } contradiction)
            {
                Refuse($"With the settings of the profile '{profile.Name}': {contradiction}");
            }

            return ProfileConnection.Create(profile, options => options with
            {
                Name = Name ?? profile.Name,
                IsReadOnly = isReadOnly || ReadOnly,
                IsProtected = isProtected || Protected,
                CertificateAuthorities = CertificateAuthority.Length > 0
                    ? CertificateAuthority
                    : options.CertificateAuthorities,
                ProxyCredentials = ProxyCredential?.GetNetworkCredential() ?? options.ProxyCredentials,
            });
        }
        catch (Exception e) when (e is FlowException or ArgumentException)
        {
            ThrowTerminatingError(
                e is FlowException failure ? ErrorRecords.From(failure, Profile)
                    : ErrorRecords.InvalidArgument(e.Message, Proxy, (ArgumentException)e));
            throw;
        }
    }

    private void Authenticate(FlowConnection connection)
    {
        try
        {
            PipelineThread.Wait(ClientFor(connection).AuthenticateAsync(PipelineThread.Stopping));
        }
        catch (FlowServiceException e)
        {
            ThrowTerminatingError(ErrorRecords.NotAuthenticated(e, connection.Gateway));
        }
    }
}
