using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Commands;

/// <summary>Lists the saved profiles.</summary>
/// <remarks>A profile has no secret key, so nothing secret is shown. No vault is asked.</remarks>
/// <example>
/// Shows all profiles.
/// <code>Get-BatchFlowProfile</code>
/// </example>
/// <example>
/// Lists the flows of every profile that is read-only.
/// <code>Get-BatchFlowProfile | Where-Object IsReadOnly | ForEach-Object { Get-BatchFlow -Connection $_.Name }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowProfile")]
[OutputType(typeof(FlowProfile))]
public sealed class GetBatchFlowProfileCommand : PSCmdlet
{
    /// <summary>Names to list; wildcards are allowed. Default: all.</summary>
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
