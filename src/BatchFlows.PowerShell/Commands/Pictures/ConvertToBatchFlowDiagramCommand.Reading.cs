using System.Collections.Generic;
using System.Threading.Tasks;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <content>How files and the runs of a timeline are read.</content>
public sealed partial class ConvertToBatchFlowDiagramCommand
{
    private void DrawFiles(string path)
    {
        foreach (var file in this.FilesOf([path], []))
        {
            var item = new Item(file, client: null, hasOwnConnection: true); // it needs no connection
            Work.Add(item, Task.Run(() => FlowFile.Read(file, PipelineThread.Stopping)), Draw);
        }
    }

    /// <summary>
    /// Of one run, its tasks are drawn; of several, the runs, which need no call if they are at hand.
    /// </summary>
    private void DrawTimeline()
    {
        if (_runs.Count == 1)
        {
            var (id, run, item) = _runs[0];
            Work.Add(
                item, (client, stop) => RunTaskReader.ReadAsync(client, id, run, stop),
                read => Write(RunTimeline.Of(read.Run, read.Tasks)));
            Work.WriteAll();
            return;
        }

        var read = new List<FlowInstance>();
        foreach (var (id, run, item) in _runs)
        {
            if (run?.Status is not null) Work.Add(item, Task.FromResult(run), read.Add);
            else Work.Add(item, (client, stop) => client.GetFlowInstanceAsync(id, stop), read.Add);
        }

        Work.WriteAll();
        if (read.Count > 0) Write(NightTimeline.Of(read));
    }
}
