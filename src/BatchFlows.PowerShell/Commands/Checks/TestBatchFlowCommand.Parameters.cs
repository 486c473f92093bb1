using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class TestBatchFlowCommand
{
    /// <summary>
    /// Files with definitions, or folders with such files, at any depth. Accepts wildcards. A file that has exactly
    /// this name is checked even if the name contains wildcards.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = FromPath, ValueFromPipeline = true,
        HelpMessage = "Files with definitions, or folders with such files, at any depth.")]
    [FilePathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders, named as they are.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromLiteralPath, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Files or folders, named as they are.")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// IDs or exact names of flows, objects that carry a FlowId, or definitions. Definitions need no call.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromService, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of flows, objects that carry a FlowId, or definitions.")]
    [FlowReferenceTransformation(TakesDefinitions = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>
    /// Also checks links: whether the flows and tasks exist that a flow waits for, and may be linked. Asks the service
    /// once for each of these flows.
    /// </summary>
    [Parameter]
    public SwitchParameter Online { get; set; }

    /// <summary>
    /// Form of the findings: Object, or one text for a CI system: JUnit (XML) or Sarif (JSON, version 2.1.0).
    /// Default: Object.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(AsObject, AsJUnit, AsSarif)]
    [ValidateSet(AsObject, AsJUnit, AsSarif)]
    public string As { get; set; } = AsObject;

    /// <summary>IDs of the rules to check, such as BF101. Accepts wildcards. Default: all rules.</summary>
    [Parameter]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[]? Rule { get; set; }

    /// <summary>IDs of the rules to leave out. Accepts wildcards.</summary>
    [Parameter]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[]? ExcludeRule { get; set; }

    /// <summary>Least severity of the findings: Information, Warning or Error. Default: Information.</summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation("Information", "Warning", "Error")]
    [ValidateSet("Information", "Warning", "Error")]
    public string? Severity { get; set; }

    /// <summary>
    /// Time zone of the server, such as Europe/Berlin, to find starts that a clock change skips. Default: UTC, which
    /// has no clock changes.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string TimeZone { get; set; } = "UTC";
}
