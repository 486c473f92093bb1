using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <content>Flows of files. They need no connection.</content>
internal sealed partial class FlowReading
{
    /// <summary>Reads files, or folders with all files of flows in them and below.</summary>
    /// <param name="paths">Paths, also with wildcards.</param>
    public void ReadFiles(IEnumerable<string> paths)
    {
        _isOfFiles = true;
        foreach (var path in paths.SelectMany(Resolve))
        {
            var item = new Item(path, client: null, hasOwnConnection: true);
            if (!Directory.Exists(path))
            {
                command.Work.Add(
                    item, Task.Run(() => FlowFile.Read(path, stopping)),
                    flow => _flows.Add(new KnownFlow(flow, FlowFileName.IdIn(path))));
                continue;
            }

            command.Work.Add(item, Task.Run(() => SavedFlows.In(new BackupFolder(path), stopping)), saved =>
            {
                if (saved.Files.Count == 0)
                    command.WriteFailure(item, new FileNotReadException(path, "it is a folder without files of flows"));
                foreach (var file in saved.Files) Read(saved, file);
            });
        }

        command.Work.WriteAll();
    }

    private IReadOnlyList<string> Resolve(string path)
    {
        try
        {
            return FilePath.Find(command.SessionState, path);
        }
        catch (FileNotReadException e)
        {
            command.WriteFailure(new Item(path, client: null, hasOwnConnection: true), e);
            return [];
        }
    }

    private void Read(SavedFlows saved, string file) => command.Work.Add(
        new Item(file, client: null, hasOwnConnection: true), Task.Run(() => saved.Read(file, stopping)),
        flow => _flows.Add(new KnownFlow(flow.Definition, flow.FlowId, flow.IsActive)));
}
