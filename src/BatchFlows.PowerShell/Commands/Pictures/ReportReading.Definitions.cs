using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;

namespace BatchFlows.Commands;

/// <content>Definitions: from files where there are some, otherwise from the service.</content>
internal sealed partial class ReportReading
{
    /// <summary>Files come first, because they need no call.</summary>
    private void ReadDefinitions(Dictionary<long, string> wanted, string? backup, bool isPart)
    {
        var saved = backup is null ? null : ReadBackup(backup);
        if (saved?.Files.Count == 0)
        {
            Fail(
                FileItem(backup!), "The backup",
                new FileNotReadException(backup!, "it is a folder without files of flows"));
        }

        foreach (var file in saved?.Files ?? [])
        {
            var item = FileItem(file);
            var reading = Task.Run(() => CatchAsync(() => Task.FromResult(saved!.Read(file, stopping))));
            command.Work.Add(item, reading, read =>
            {
                if (read.Failure is { } failure) Fail(item, $"File {file}", failure);
                else if (Remove(wanted, read.Value!)) _definitions.Add(read.Value!.Definition);
                else if (!isPart) LeaveOut($"File {file} of the backup: the service has no such flow.");
            });
        }

        command.Work.WriteAll();
        foreach (var flow in wanted)
        {
            Read(
                command.ItemOf(flow.Key, flow.Value), $"The definition of flow {flow.Key} '{flow.Value}'",
                (client, stop) => client.ExportFlowAsync(flow.Key, stop), _definitions.Add);
        }

        command.Work.WriteAll();
    }

    private SavedFlows? ReadBackup(string backup)
    {
        try
        {
            return SavedFlows.In(new BackupFolder(backup), stopping);
        }
        catch (FileNotReadException e)
        {
            Fail(FileItem(backup), "The backup", e);
            return null;
        }
    }

    private static bool Remove(Dictionary<long, string> wanted, SavedFlow saved)
    {
        var id = saved.FlowId is { } known && wanted.ContainsKey(known)
            ? known
            : wanted.Where(flow => flow.Value == saved.Name).Select(flow => flow.Key).FirstOrDefault();
        return wanted.Remove(id);
    }

    private static Item FileItem(string path) => new(path, client: null, hasOwnConnection: true);
}
