using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Analysis.Names;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Connections;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <content>How the flows of a side are read.</content>
public sealed partial class CompareBatchFlowCommand
{
    private ComparedSide SideOf(FlowSource[] sources, ConnectionReference? connection)
    {
        var paths = new List<string>();
        foreach (var path in sources.Select(source => source.Path).OfType<string>())
        {
            try
            {
                paths.AddRange(FilePath.Find(SessionState, path));
            }
            catch (FileNotReadException e)
            {
                ThrowTerminatingError(Errors.ErrorRecords.From(e, path));
            }
        }

        return new ComparedSide(sources, paths, connection ?? _connection);
    }

    /// <param name="only">The name of the one flow that the other side has; null for all flows.</param>
    private void Read(ComparedSide side, string? only)
    {
        foreach (var path in side.Paths) ReadFiles(side, path);
        Connection = side.Connection;
        foreach (var flow in side.LiveFlows) ReadFlow(side, flow);
        foreach (var organization in side.Organizations)
        {
            Connection = organization;
            _server = ItemOf(organization?.Name ?? "organisation");
            if (only is null) ReadAll(side, _server);
            else ReadNamed(side, only);
        }
    }

    private void ReadFiles(ComparedSide side, string path)
    {
        // It needs no connection.
        var item = new Item(path, client: null, hasOwnConnection: true);
        side.Expect(path);
        Work.Add(item, Task.Run(() => ComparedFiles.Read(path, PipelineThread.Stopping)), files =>
        {
            side.Add(path, flow: null);
            foreach (var (stem, flow, failure) in files)
            {
                side.Expect(stem);
                if (flow is not null) side.Add(stem, flow);
                else WriteFailure(item, failure!);
            }
        });
    }

    private void ReadFlow(ComparedSide side, FlowReference flow)
    {
        if (flow.Definition is null) _server ??= ItemOf(flow.Target);
        side.Expect($"{flow}");
        this.EnqueueDefinition(flow, definition => side.Add($"{flow}", new ComparedFlow(definition)));
    }

    private void ReadNamed(ComparedSide side, string name)
    {
        var lookup = new FlowLookup(MyInvocation.MyCommand.Name);
        side.Expect(name);
        Work.Add(ItemOf(name), ExportAsync, flow => side.Add(name, flow is null ? null : new ComparedFlow(flow)));

        async Task<FlowDefinition?> ExportAsync(FlowClient client, CancellationToken stop)
        {
            try
            {
                var found = await lookup.FindAsync(client, name, stop).ConfigureAwait(false);
                return await client.ExportFlowAsync(found.FlowId!.Value, stop).ConfigureAwait(false);
            }
            catch (FlowException e) when (e.Kind == FailureKind.FlowNotFound)
            {
                return null; // which is the difference
            }
        }
    }

    private void ReadAll(ComparedSide side, Item item)
    {
        side.IsUnknown = true;
        if (Look(item, OrganizationFlows.ListAsync) is not { } organization) return;
        side.IsUnknown = organization.IsIncomplete;
        if (organization.IsIncomplete)
            WriteWarning("The service repeats a page: flows that only one side has are not shown.");
        foreach (var place in organization.Flows) side.Expect(place.FlowName);
        this.EnqueueDefinitions(organization, (place, definition) =>
        {
            var folder = string.Join("/", (place.Directory ?? []).Select(FileName.Of));
            side.Add(place.FlowName, new ComparedFlow(definition) { Directory = folder });
        });
    }
}
