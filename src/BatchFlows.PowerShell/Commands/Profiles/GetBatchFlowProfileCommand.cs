using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Commands;

/// <summary>Lists saved profiles.</summary>
/// <remarks>
/// A profile is the settings of a connection under a name. Its secret key is not part of it: SecretName and Vault say
/// where it is. Profiles are in a file that only the user can read.
/// </remarks>
/// <example>
/// Lists all profiles.
/// <code>Get-BatchFlowProfile</code>
/// </example>
/// <example>
/// Shows all settings of a profile.
/// <code>Get-BatchFlowProfile prod | Format-List</code>
/// </example>
/// <example>
/// Tests each profile.
/// <code>Get-BatchFlowProfile | ForEach-Object { Test-BatchFlowConnection -Connection $_.Name }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowProfile", HelpUri = HelpPage.Folder + "Get-BatchFlowProfile.md")]
[OutputType(typeof(FlowProfile))]
public sealed class GetBatchFlowProfileCommand : PSCmdlet
{
    /// <summary>Names of the profiles. Accepts wildcards. Default: all.</summary>
    [Parameter(Position = 0)]
    [PlainText]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var pattern = new NamePattern(Name);
            var all = ProfileFile.Read().Profiles.ToList();
            var found = all.FindAll(profile => pattern.IsMatch(profile.Name));
            WriteObject(found, enumerateCollection: true);
            if (found.Count == 0 && !pattern.HasWildcards)
                throw NotConnected.NoProfile(Name, all.Select(profile => profile.Name));
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, Name));
        }
    }
}
