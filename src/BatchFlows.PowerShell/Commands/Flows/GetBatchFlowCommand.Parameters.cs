using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowCommand
{
    /// <summary>
    /// IDs or names of the flows, or objects that carry a FlowId. IDs get whole flows. Wildcards are allowed in names;
    /// a text that is a number is an ID, and -Name takes a name that is one.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = OfOrganization, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// Names of the flows; wildcards are allowed. A name without wildcards that no flow has is an error.
    /// </summary>
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

    /// <summary>Lists only what the user of the connection has to do with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfUser)]
    public SwitchParameter Mine { get; set; }

    /// <summary>
    /// Directories whose flows are wanted, such as a/b/c from below the organisation's root; / is the root. Wildcards
    /// are allowed in each name of a path.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = OfPath)]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DirectoryPathCompleter))]
    public string[] Path { get; set; } = [];

    // -DirectoryId is not mandatory: the engine would decide for -FlowId, which takes objects themselves, before it has
    // seen any.

    /// <summary>
    /// IDs of directories whose flows are wanted, or objects that carry a DirectoryId; the root when not given.
    /// </summary>
    [Parameter(ParameterSetName = OfDirectory, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(DirectoryId))]
    [ArgumentCompleter(typeof(DirectoryIdCompleter))]
    public string[] DirectoryId { get; set; } = [];

    /// <summary>Takes the flows of all directories below, too.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>
    /// User names, of which one must own the flow; wildcards are allowed. Gets each flow whole, as lists do not tell
    /// owners.
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

    /// <summary>Gets each flow of a list whole, with a call for each; flows by ID are whole without it.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>By what the service sorts the list; in its own order when not given.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [PlainText]
    [ValidateSet("CreateTime", "UpdateTime", "StartTime")]
    public string? SortBy { get; set; }

    /// <summary>Sorts the latest first. Needs -SortBy.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    public SwitchParameter Descending { get; set; }
}
