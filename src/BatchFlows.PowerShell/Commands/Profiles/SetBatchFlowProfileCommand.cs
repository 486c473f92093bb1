using System;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Model.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Commands;

/// <summary>Saves the settings of a connection under a name, without its secret key.</summary>
/// <remarks>
/// <para>A new profile needs -Gateway, -OrganizationId and -UserId. Of an existing one, only the settings that are
/// specified change. Profiles are in profiles.json in BatchFlows.PowerShell, in the configuration folder of the user
/// (XDG_CONFIG_HOME or ~/.config; %APPDATA% on Windows), which only the user can read. Fields of this file that the
/// module does not know are kept.</para>
/// <para>The file never contains a secret key. It is read from a vault of SecretManagement (-SecretName), or from
/// environment variables, when a connection is made. An open connection of this session that was made by -Connection is
/// closed, so that the change applies at once; a connection that Connect-BatchFlow made keeps its settings.</para>
/// </remarks>
/// <example>
/// Saves a profile whose keys are in a vault.
/// <code>
/// Set-BatchFlowProfile prod https://apim.example.com o1578468179 u15426865866571 -SecretName batchflows/prod
/// Set-Secret batchflows/prod (Get-Credential)    # of SecretManagement; user name: access key, password: secret key
/// Get-BatchFlow -Connection prod
/// </code>
/// </example>
/// <example>
/// Makes a profile read-only.
/// <code>Set-BatchFlowProfile prod -ReadOnly</code>
/// </example>
/// <example>
/// Limits every connection of a profile to five requests per second.
/// <code>Set-BatchFlowProfile prod -MaxRequestsPerSecond 5</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "BatchFlowProfile", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Set-BatchFlowProfile.md")]
[OutputType(typeof(FlowProfile))]
public sealed partial class SetBatchFlowProfileCommand : AsyncCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var authorities = CertificateAuthority.Select(Resolve).ToArray();
        if (!ShouldProcess($"Profile '{Name}'", "Save")) return;
        try
        {
            foreach (var path in authorities) CertificateFile.Read(path);
            FlowProfile? profile = null;
            ProfileFile.Change(book => book.With(profile = Changed(book, authorities)), PipelineThread.Stopping);
            Session.Current.CloseProfile(Name);
            if (profile!.SkipCertificateCheck)
                WriteWarning(
                    $"Connections of the profile '{profile.Name}' do not check the gateway's certificate: anyone on "
                        + "the network path can read and alter traffic.");
            if (PassThru) WriteObject(profile);
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, Name));
        }
        catch (ArgumentException e)
        {
            WriteError(ErrorRecords.InvalidArgument(e.Message, Name, e));
        }
    }

    private FlowProfile Changed(ProfileBook book, string[] authorities)
    {
        var profile = book.Find(Name) ?? new FlowProfile(Name);
        ProfileSettings.Apply(profile, MyInvocation.BoundParameters);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(CertificateAuthority)))
            profile.CertificateAuthorities = authorities;
        if (profile.Gateway is null || profile.OrganizationId is null || profile.UserId is null)
            throw new ArgumentException(
                $"The profile '{Name}' is new or incomplete. Specify -Gateway, -OrganizationId and -UserId.");
        return NetworkContradiction.Find(
            profile.SkipCertificateCheck, profile.CertificateAuthorities.Count > 0, profile.NoProxy,
            profile.Proxy is not null, hasCredential: false, profile.ProxyUseDefaultCredentials) is { } contradiction
                ? throw new ArgumentException(contradiction)
                : profile;
    }
}
