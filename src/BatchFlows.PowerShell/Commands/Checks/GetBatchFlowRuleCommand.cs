using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Lists the rules that Test-BatchFlow checks.</summary>
/// <remarks>
/// Each rule has an ID that never changes, a severity, an explanation and a remedy. The first digit of the ID is the
/// family: 0 file, 1 graph, 2 schedule, 3 limits, 4 retries, 5 links, 6 people, 7 parameters, 8 commands, 9
/// portability. about_BatchFlow_Rules has all of them as text, and describes how a file accepts a finding.
/// </remarks>
/// <example>
/// Shows why a rule exists and what to do about its findings.
/// <code>Get-BatchFlowRule BF801 | Format-List</code>
/// </example>
/// <example>
/// Lists the rules about schedules.
/// <code>Get-BatchFlowRule BF2*</code>
/// </example>
/// <example>
/// Explains the findings of a folder.
/// <code>Test-BatchFlow ./flows | Get-BatchFlowRule | Sort-Object RuleId -Unique</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowRule", HelpUri = HelpPage.Folder + "Get-BatchFlowRule.md")]
[OutputType(typeof(FlowRule))]
public sealed class GetBatchFlowRuleCommand : PSCmdlet
{
    /// <summary>IDs of the rules, such as BF101. Accepts wildcards. Default: all rules.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(RuleId))]
    [Alias("Id", "Rule")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[]? RuleId { get; set; }

    /// <summary>Least severity of the rules: Information, Warning or Error. Default: Information.</summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation("Information", "Warning", "Error")]
    [ValidateSet("Information", "Warning", "Error")]
    public string? Severity { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RuleChoice.Unknown(RuleId) is { } unknown)
            WriteError(ErrorRecords.InvalidArgument(
                $"No rule has the ID '{unknown}'. Get-BatchFlowRule lists all rules.", unknown));
        WriteObject(
            RuleChoice.Of(RuleId, excluded: null, Severity).Select(rule => rule.About), enumerateCollection: true);
    }
}
