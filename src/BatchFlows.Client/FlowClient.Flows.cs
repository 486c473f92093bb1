using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client;

/// <content>Flows: what they are and who may see them.</content>
internal sealed partial class FlowClient
{
    /// <summary>The whole configuration of a flow (Export Flow).</summary>
    /// <param name="flowId">ID of the flow, from 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<FlowDefinition> ExportFlowAsync(long flowId, CancellationToken cancellationToken = default) =>
        SendAsync(
        Get(Operations.ExportFlow, OfFlow(flowId), ("flowId", Text(flowId))),
        data => new FlowDefinition(ObjectOf(data), flowId, connection.Name),
        cancellationToken);

    /// <summary>A flow with its settings and its graph (Get Flow).</summary>
    /// <param name="flowId">ID of the flow, from 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<Flow> GetFlowAsync(long flowId, CancellationToken cancellationToken = default)
    {
        var found = await SendAsync(
            Get(Operations.GetFlow, OfFlow(flowId), ("flowId", Text(flowId))), ObjectOf, cancellationToken)
                .ConfigureAwait(false);
        return new Flow(found, await HereAsync(cancellationToken).ConfigureAwait(false), flowId);
    }

    /// <summary>The flows that involve the user of the connection (Get My Flow).</summary>
    /// <param name="expression">Part of their ID or name; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<IReadOnlyList<FlowSummary>> GetMyFlowsAsync(
        string? expression = null, CancellationToken cancellationToken = default) => SendAsync(
        Get(Operations.GetMyFlow, subject: null, ("expression", string.IsNullOrEmpty(expression) ? null : expression)),
        Summaries, cancellationToken);

    /// <summary>
    /// A page of all flows of the organisation, other users' too (Search Flow). The service may cut it to any
    /// size.
    /// </summary>
    /// <param name="expression">Part of their ID or name; null for all.</param>
    /// <param name="page">The page, and how flows are sorted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<IReadOnlyList<FlowSummary>> SearchFlowsAsync(
        string? expression, Page page, CancellationToken cancellationToken = default) =>
        SendSortedAsync(
            page,
            writePagination => Post(Operations.SearchFlow, subject: null, body =>
            {
                body.WriteString("expression", expression ?? "");
                writePagination(body);
            }),
            Summaries,
            cancellationToken);

    /// <summary>Creates a flow from a definition (Import Flow).</summary>
    /// <returns>ID of the new flow, which may differ from the requested one.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<long> ImportFlowAsync(FlowImport import, CancellationToken cancellationToken = default)
    {
        if (import is null) throw new ArgumentNullException(nameof(import));
        return SendForIdAsync(
            Post(Operations.ImportFlow, $"flow '{import.FlowName}'", body => ImportBody.Write(body, import)),
            cancellationToken);
    }

    /// <summary>Creates a temporary copy of a flow, to change and save it (Load Flow For Edit).</summary>
    /// <returns>The copy. Its <see cref="FlowSummary.FlowId"/> is only valid for <see cref="SaveFlowAsync"/>.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<Flow> LoadFlowForEditAsync(long flowId, CancellationToken cancellationToken = default)
    {
        var found = await SendAsync(
            Get(Operations.LoadFlowForEdit, OfFlow(flowId), ("flowId", Text(flowId))), ObjectOf, cancellationToken)
                .ConfigureAwait(false);
        return new Flow(found, await HereAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Saves a flow's settings and graph (Save Flow).</summary>
    /// <param name="loaded">The result of <see cref="LoadFlowForEditAsync"/>.</param>
    /// <param name="changes">The settings to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>ID of the saved flow, as the service says.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    /// <exception cref="InvalidOperationException">
    /// The flow was not loaded with an ID and a graph that can be read, so saving it would lose them.
    /// </exception>
    public Task<long> SaveFlowAsync(Flow loaded, FlowChanges changes, CancellationToken cancellationToken = default)
    {
        if (loaded is null) throw new ArgumentNullException(nameof(loaded));
        if (changes is null) throw new ArgumentNullException(nameof(changes));
        var request = Post(
            Operations.SaveFlow, $"flow '{loaded.FlowName}'", body => SaveBody.Write(body, loaded, changes));
        return SendForIdAsync(request, cancellationToken);
    }

    /// <summary>Deletes a flow (Delete Flow).</summary>
    /// <exception cref="FlowServiceException">
    /// The call failed; <see cref="FailureKind.StateForbidsOperation"/> when other flows depend on it.
    /// </exception>
    public Task DeleteFlowAsync(long flowId, CancellationToken cancellationToken = default) =>
        RunAsync(Get(Operations.DeleteFlow, OfFlow(flowId), ("flowId", Text(flowId))), cancellationToken);

    /// <summary>Starts a flow's schedule (Enable Flow).</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task EnableFlowAsync(long flowId, CancellationToken cancellationToken = default) =>
        RunAsync(
            Post(Operations.EnableFlow, OfFlow(flowId), body => body.WriteNumber("flowId", flowId)), cancellationToken);

    /// <summary>Pauses a flow's schedule (Disable Flow).</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task DisableFlowAsync(long flowId, CancellationToken cancellationToken = default) =>
        RunAsync(Post(Operations.DisableFlow, OfFlow(flowId), body => body.WriteNumber("flowId", flowId)),
            cancellationToken);

    private static string OfFlow(long flowId) => $"flow {Text(flowId)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private IReadOnlyList<FlowSummary> Summaries(JsonElement data) =>
        ItemsOf(data, "flowId").Select(item => new FlowSummary(item, Here())).ToArray();

    private Task<long> SendForIdAsync(ServiceRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, FlowIdOf, cancellationToken);
}
