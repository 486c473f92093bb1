using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using BatchFlows.Analysis.Names;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Tests;

public class UnfinishedFileTests
{
    private static readonly string Here = ShortHash.Of(Environment.MachineName);

    [Fact]
    public void What_a_process_has_left_that_is_no_more_is_removed_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("batchflows-").FullName;
        try
        {
            var gone = NumberOfDeadProcess();
            var token = $"{Guid.NewGuid():N}".Remove(8);
            string[] left =
            [
                UnfinishedFile.NameOf(Here, gone, token), UnfinishedFile.NameOf(Here, gone, token),
                UnfinishedFile.NameOf(Here, Environment.ProcessId, token), // an earlier process of this number
            ];
            string[] kept =
            [
                Path.GetFileName(UnfinishedFile.In(folder)), // being written
                UnfinishedFile.NameOf(Here, OperatingSystem.IsWindows() ? 4 : 1, token),
                UnfinishedFile.NameOf(ShortHash.Of("elsewhere"), gone, token),
                $".{token}.tmp", ".batchflows-mine.tmp", "a.tmp", "x" + UnfinishedFile.NameOf(Here, gone, token),
                UnfinishedFile.NameOf(Here, gone, token) + "x",
            ];
            foreach (var name in left.Concat(kept)) File.WriteAllText(Path.Combine(folder, name), "");

            ExportTarget.At(folder, folder, isRaw: false, splitsCommands: false).Write(
                new FlowDefinition(JsonDocument.Parse("""{"name":"etl"}""").RootElement, flowId: 7), replace: false,
                CancellationToken.None);

            Assert.Equal(
                kept.Append("etl.flow.json").Order(StringComparer.Ordinal),
                Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int NumberOfDeadProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version")
        { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.Id;
    }
}
