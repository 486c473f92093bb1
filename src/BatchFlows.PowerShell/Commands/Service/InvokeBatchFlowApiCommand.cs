using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Completion.Local;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Calls any operation of the service.</summary>
/// <remarks>
/// Use it for operations that no other command covers. The call is signed, retried and refused like the calls of other
/// commands, and the answer is returned as objects. Undocumented calls are treated as changes unless -ReadOnly is
/// specified.
/// </remarks>
/// <example>
/// Makes a documented call.
/// <code>Invoke-BatchFlowApi flows getMyFlow</code>
/// </example>
/// <example>
/// Makes a call with parameters in the address, and reads a part of the answer.
/// <code>(Invoke-BatchFlowApi flows export -Query @{ flowId = 3001 }).tasks.name</code>
/// </example>
/// <example>
/// Makes a call with a body; -WhatIf keeps changes from being sent.
/// <code>Invoke-BatchFlowApi flows disable -Body @{ flowId = 3002 } -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Invoke, "BatchFlowApi", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Invoke-BatchFlowApi.md")]
[OutputType(typeof(PSObject))]
public sealed class InvokeBatchFlowApiCommand : ServiceCommand
{
    private const string Get = "Get";
    private const string Post = "Post";

    /// <summary>Collection of the call, as the service's documents name it in the address, such as flows.</summary>
    [Parameter(
        Mandatory = true, Position = 0,
        HelpMessage = "Collection of the call, as the service's documents name it in the address, such as flows.")]
    [PlainText]
    [ArgumentCompleter(typeof(ApiCompleter))]
    [ValidateNotNullOrEmpty]
    public string Collection { get; set; } = null!;

    /// <summary>Action of the call, as the service's documents name it, such as getMyFlow.</summary>
    [Parameter(
        Mandatory = true, Position = 1,
        HelpMessage = "Action of the call, as the service's documents name it, such as getMyFlow.")]
    [PlainText]
    [ArgumentCompleter(typeof(ApiCompleter))]
    [ValidateNotNullOrEmpty]
    public string Action { get; set; } = null!;

    /// <summary>Get or Post. Default: as documented, or Post for a call with a body.</summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation(Get, Post)]
    [ValidateSet(Get, Post)]
    public string? Method { get; set; }

    /// <summary>Parameters of the address, as a table. User and organisation come from the connection.</summary>
    [Parameter]
    [TableTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>
    /// Body of a Post: a table, an object, or a JSON string, which is minified before sending (numbers are kept
    /// verbatim).
    /// </summary>
    [Parameter(Position = 2, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public object? Body { get; set => field = Tables.Plain(value) is null ? null : value; }

    /// <summary>
    /// Declares that an undocumented call changes nothing, so it can be retried and made on a read-only connection. A
    /// documented change remains a change.
    /// </summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Body is not null && Method == Get)
            Refuse("A call by Get has no body. Leave out -Body, or use -Method Post.", Body);

        try
        {
            var call = new ApiCall(Collection, Action)
            {
                IsPost = Method is null ? IsDocumentedPost() : Method == Post,
                Query = (Dictionary<string, object?>)PlainObject.From(Query)!,
                Body = PlainObject.From(Body),
                IsChange = ReadOnly ? false : null,
            };
            Send(call, $"{Collection} {Action}");
        }
        catch (ArgumentException e)
        {
            WriteError(ErrorRecords.InvalidArgument(e.Message, Body ?? Query, e));
        }
    }

    private void Send(ApiCall call, string what)
    {
        var isChange = FlowClient.IsChange(call);
        var item = ItemOf(Body ?? (Query.Count > 0 ? Query : what), what);
        if ((isChange ? Confirmation.Ask(item, what, "Call", Force) : item) is not { } confirmed) return;
        Work.Add(confirmed, CallAsync, Write);

        async Task<object?> CallAsync(FlowClient client, CancellationToken cancellationToken)
        {
            try
            {
                return await client.CallAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (ArgumentException e)
            {
                throw new FlowException(FailureKind.RequestInvalid, e.Message, e, remedy: "");
            }
        }
    }

    private bool IsDocumentedPost() => FlowClient.FindDocumented(Collection, Action)?.IsPost == true;

    /// <summary>Writes nothing for operations that return no data.</summary>
    private void Write(object? data)
    {
        if (data is not (null or "")) WriteObject(PlainObject.ToObjects(data), enumerateCollection: true);
    }
}
