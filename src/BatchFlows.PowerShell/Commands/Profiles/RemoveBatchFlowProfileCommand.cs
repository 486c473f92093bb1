using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Profiles;

namespace BatchFlows.Commands;

/// <summary>Removes saved profiles.</summary>
/// <remarks>The secret in the vault stays: remove it by Remove-Secret of SecretManagement.</remarks>
/// <example>
/// Removes a profile.
/// <code>Remove-BatchFlowProfile prod</code>
/// </example>
/// <example>
/// Removes all profiles of test systems.
/// <code>Get-BatchFlowProfile test* | Remove-BatchFlowProfile</code>
/// </example>
/// <example>
/// Shows which profiles would be removed.
/// <code>Remove-BatchFlowProfile prod -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "BatchFlowProfile", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Remove-BatchFlowProfile.md")]
public sealed class RemoveBatchFlowProfileCommand : AsyncCommand
{
    /// <summary>Names of the profiles. Accepts wildcards.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true, HelpMessage = "Names of the profiles.")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name) Remove(name);
    }

    private void Remove(string name)
    {
        try
        {
            var pattern = new NamePattern(name);
            var all = ProfileFile.Read().Profiles.Select(profile => profile.Name).ToList();
            var found = all.Contains(name) ? [name] : all.FindAll(pattern.IsMatch);
            if (found.Count == 0 && !pattern.HasWildcards) throw NotConnected.NoProfile(name, all);
            foreach (var meant in found.Where(meant => ShouldProcess($"Profile '{meant}'", "Remove")))
            {
                ProfileFile.Change(book => book.Without(meant), PipelineThread.Stopping);
                Session.Current.CloseProfile(meant);
            }
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, name));
        }
    }
}
