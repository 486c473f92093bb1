using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Backups;
using BatchFlows.Sandbox;

namespace BatchFlows.Procedures.Tests;

public sealed class FlowBackupTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly SandboxService _service;
    private readonly FlowConnection _connection;
    private readonly TemporaryFolder _folder = new();

    public FlowBackupTests()
    {
        _service = new SandboxService(_clock);
        _connection = Connect.To(_service, _clock);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flow_that_cannot_be_read_keeps_its_file_and_its_place_in_the_manifest(bool mirrors)
    {
        await BackUpAsync(mirrors);
        var before = _folder.Contents;

        var backup = await PrepareAsync();
        await new FlowClient(_connection).DeleteFlowAsync(3006);
        await Assert.ThrowsAsync<FlowServiceException>(() => CompleteAsync(backup, mirrors));
        await CompleteAsync(backup, mirrors, except: 3006);

        Assert.Equal(before, _folder.Contents);
    }

    [Fact]
    public async Task A_backup_that_was_interrupted_anywhere_is_completed_by_the_next()
    {
        _service.AddFlows(30);
        await BackUpAsync(mirrors: true);
        var whole = _folder.Contents;
        Directory.Delete(_folder.Path, recursive: true);
        var random = new Random(5);

        for (var i = 0; i < 20; i++)
        {
            var backup = await PrepareAsync();
            using var stop = new CancellationTokenSource();
            var left = random.Next(backup.Flows.Count);
            foreach (var flow in backup.Flows.OrderBy(_ => random.Next()).Take(left))
                await backup.SaveAsync(new FlowClient(_connection), flow, found => found, writes: true, stop.Token);
            // The process ends here: nothing was removed, and no manifest was written.
        }

        await BackUpAsync(mirrors: true);

        Assert.Equal(whole, _folder.Contents);
    }

    [Fact]
    public async Task Backups_at_once_into_one_folder_do_no_harm()
    {
        _service.AddFlows(30);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BackUpAsync(mirrors: true))));

        var together = _folder.Contents;
        Directory.Delete(_folder.Path, recursive: true);
        await BackUpAsync(mirrors: true);
        Assert.Equal(_folder.Contents, together);
    }

    private Task<FlowBackup> PrepareAsync() => FlowBackup.PrepareAsync(
        new FlowClient(_connection), new BackupFolder(_folder.Path), splitsCommands: true, mayReplace: false,
        TestContext.Current.CancellationToken);

    private async Task BackUpAsync(bool mirrors) => await CompleteAsync(await PrepareAsync(), mirrors);

    private async Task CompleteAsync(FlowBackup backup, bool mirrors, long except = 0)
    {
        foreach (var flow in backup.Flows.Where(flow => flow.FlowId != except))
            await backup.SaveAsync(
                new FlowClient(_connection), flow, found => found, writes: true, CancellationToken.None);
        foreach (var path in backup.FindObsolete(mirrors)) backup.Remove(path);
        backup.WriteManifest(_connection, mirrors, CancellationToken.None);
    }
}
