using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowCommand
{
    /// <summary>
    /// IDs or names of the flows, or objects that carry a FlowId. IDs return whole flows. Names accept wildcards. A
    /// number is an ID; use -Name for a name that is a number.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = OfOrganization, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>Names of the flows. Accepts wildcards. A name without wildcards that no flow has is an error.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [Parameter(Position = 0, ParameterSetName = OfUser)]
    [Parameter(Position = 0, ParameterSetName = OfPath)]
    [Parameter(Position = 0, ParameterSetName = OfDirectory)]
    [PlainText]
    [Alias("FlowName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Lists only flows that involve the connection's user.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = OfUser,
        HelpMessage = "Lists only flows that involve the connection's user.")]
    public SwitchParameter Mine { get; set; }

    /// <summary>
    /// Directories whose flows are listed, relative to the organisation's root, such as a/b/c. / is the root. Each name
    /// of a path accepts wildcards.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = OfPath,
        HelpMessage = "Directories whose flows are listed, relative to the organisation's root, such as a/b/c.")]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DirectoryPathCompleter))]
    public string[] Path { get; set; } = [];

    // -DirectoryId is not mandatory: the engine would decide for -FlowId, which takes objects themselves, before it has
    // seen any.

    /// <summary>
    /// IDs of directories whose flows are listed, or objects that carry a DirectoryId. Default: the root.
    /// </summary>
    [Parameter(ParameterSetName = OfDirectory, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(DirectoryId))]
    [ArgumentCompleter(typeof(DirectoryIdCompleter))]
    public string[] DirectoryId { get; set; } = [];

    /// <summary>Also lists the flows of all directories below.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>
    /// User names of owners; a flow must have one of them. Accepts wildcards. Retrieves each flow whole, because lists
    /// do not contain owners.
    /// </summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [Parameter(ParameterSetName = OfUser)]
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowValueCompleter))]
    public string[] Owner { get; set; } = [];

    /// <summary>Retrieves each flow of a list whole, one call per flow. Flows by ID are whole without it.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Property to sort by. Default: the order of the service.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [PlainText]
    [ChoiceTransformation("CreateTime", "UpdateTime", "StartTime")]
    [ValidateSet("CreateTime", "UpdateTime", "StartTime")]
    public string? SortBy { get; set; }

    /// <summary>Sorts the latest first. Needs -SortBy.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    public SwitchParameter Descending { get; set; }
}
