using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class CompareBatchFlowCommand
{
    /// <summary>
    /// Flows as they were or should be: files, folders, IDs or exact names of flows, objects that carry a FlowId,
    /// definitions, or a connection for its whole organisation. Text with a slash or a backslash, or that ends with
    /// .json, is a path; any other text is an ID or a name. Default: the whole organisation of -ReferenceConnection.
    /// </summary>
    [Parameter(Position = 0)]
    [FlowSourceTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowSource[] Reference { get; set; } = [];

    /// <summary>
    /// Flows to compare with the reference, in the same forms. Default: the whole organisation of
    /// -DifferenceConnection; if the reference is one flow, the flow of that name.
    /// </summary>
    [Parameter(Position = 1)]
    [FlowSourceTransformation]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowSource[] Difference { get; set; } = [];

    /// <summary>Connection of the flows of -Reference, or its name. Default: that of -Connection.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? ReferenceConnection { get; set; }

    /// <summary>Connection of the flows of -Difference, or its name. Default: that of -Connection.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? DifferenceConnection { get; set; }

    /// <summary>
    /// Object returns one object per difference. Text returns a patch, which git apply and patch accept, as one text
    /// per flow. Default: Object.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(AsObject, AsText)]
    [ValidateSet(AsObject, AsText)]
    public string As { get; set; } = AsObject;

    /// <summary>Returns $true if everything is equal, otherwise $false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }
}
