using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Backups;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Secrets;
using BatchFlows.Client;
using BatchFlows.Procedures.Backups;
using BatchFlows.Sandbox;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

/// <summary>An organisation that is backed up and restored into another is backed up to the same files.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOfConst(
            "", "echo 'hi'\r\nexit 1\r\n", "cat <<EOF\n\ttab\nEOF\n", "a\rb", "say \"it's\" \\n",
            "select 1;\n-- \U0001F600 \u4f60\u597d\n",
            "mysql --password=hunter2\n", "curl https://me:s3cr3t-Pass@host/x", "\ufeffbom\n", "{\"$file\":\"a/b\"}",
            new string('x', 300)),
        Gen.String[Gen.Char["a\u00e4;{}\"\\\n\t 1"], 0, 12]);

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.String[Gen.Char["abAB1 ._-\u00e4"], 1, 6],
        Gen.OneOfConst("con", "../up", "a:b*?", "x.flow.json", "backup.json", ".git", "etl", "ETL"))
            .Where(name => name.Trim().Length > 0);

    private static readonly Gen<Dictionary<string, object>> Flow = Gen.Select(
        Name, Text, Text.Array[0, 3], Gen.Dictionary(Gen.OneOfConst("futureField", "ext_1"), Text)[0, 2]).Select(
            (name, description, commands, unknown) => unknown
                .ToDictionary(field => field.Key, field => (object)field.Value)
                .Append(new("name", name)).Append(new("desc", description))
                .Append(new("tasks", commands.Select((command, i) => new Dictionary<string, object>
                {
                    ["name"] = $"task {i}",
                    ["type"] = i == 0 ? "PYTHON" : "COMMAND",
                    ["cmd"] = command,
                })))
                .ToDictionary(field => field.Key, field => field.Value));

    private static readonly Gen<Organization> Organizations = Gen.Select(
        Gen.Select(Flow, Name.Array[0, 2], Gen.Bool).Array[1, 7], Gen.Bool, Gen.Bool).Select(
            (flows, splits, masks) => new Organization(
                [.. flows.DistinctBy(flow => flow.Item1["name"])], splits, masks));

    [Fact]
    public void A_restored_organisation_has_the_same_files() => Organizations.Sample(
        organization => CheckAsync(organization).GetAwaiter().GetResult(), iter: 40);

    private static async Task CheckAsync(Organization organization)
    {
        using var before = new TemporaryFolder();
        using var after = new TemporaryFolder();
        var clock = new TestClock();
        using var source = Connect.To(Empty(clock), clock);
        using var target = Connect.To(Empty(clock), clock);
        await FillAsync(new FlowClient(source), organization.Flows);
        await BackUpAsync(source, before.Path, organization);

        await RestoreAsync(target, before.Path, organization, source);

        await BackUpAsync(target, after.Path, organization);
        Assert.Equal(FilesIn(before), FilesIn(after));
        Assert.Equal(StatesIn(before), StatesIn(after));
    }

    private static SandboxService Empty(TestClock clock)
    {
        var service = new SandboxService(clock);
        using var connection = Connect.To(service, clock);
        var client = new FlowClient(connection);
        foreach (var id in (long[])[3005, 3004, 3003, 3001, 3002, 3006, 2924])
            client.DeleteFlowAsync(id).GetAwaiter().GetResult();
        return service;
    }

    /// <summary>Each flow waits for the one before it.</summary>
    private static async Task FillAsync(
        FlowClient client, (Dictionary<string, object> Definition, string[] Directory, bool IsActive)[] flows)
    {
        var maker = new BatchFlows.Procedures.Directories.DirectoryMaker(client, mayExist: true);
        string? last = null;
        foreach (var (definition, directory, isActive) in flows)
        {
            if (last is not null)
                definition["flowLinks"] = new[] { new Dictionary<string, string> { ["linkId"] = "0", ["sourceFlowName"] = last } };
            last = (string)definition["name"];
            var place = await maker.MakeAsync([.. directory.Where(name => name.Trim() is not ("" or "." or ".."))]);
            var id = await client.ImportFlowAsync(new BatchFlows.Client.Requests.FlowImport(
                last, place.DirectoryId!, FlowDefinition.Parse(JsonSerializer.Serialize(definition))));
            if (isActive) await client.EnableFlowAsync(id);
            else await client.DisableFlowAsync(id);
        }
    }

    private static async Task BackUpAsync(FlowConnection connection, string path, Organization organization)
    {
        var client = new FlowClient(connection);
        var backup = await FlowBackup.PrepareAsync(
            client, new BackupFolder(path), organization.Splits, mayReplace: false, CancellationToken.None);
        foreach (var flow in backup.Flows)
            await backup.SaveAsync(
                client, flow, found => organization.Masks ? SecretMask.Of(found) : found, writes: true,
                CancellationToken.None);
        backup.WriteManifest(connection, mirrors: true, CancellationToken.None);
    }

    private static async Task RestoreAsync(
        FlowConnection target, string path, Organization organization, FlowConnection source)
    {
        var client = new FlowClient(target);
        var restore = await FlowRestore.PrepareAsync(client, CancellationToken.None);
        var saved = SavedFlows.In(new BackupFolder(path), CancellationToken.None);
        var flows = new List<SavedFlow>();
        foreach (var flow in saved.Files.Select(file => saved.Read(file, CancellationToken.None)))
        {
            var whole = await new FlowClient(source).ExportFlowAsync(flow.FlowId!.Value);
            var filled = SecretFilling.Fill(flow.Definition, SecretsOf(whole, flow.Definition), out var missing);
            Assert.Empty(missing);
            flows.Add(flow with { Definition = filled });
        }

        foreach (var flow in UpstreamFirst.Groups(flows, flow => flow.Definition).SelectMany(group => group))
        {
            var step = await restore.DecideAsync(client, flow, TakenNamePolicy.Fail, CancellationToken.None);
            var created = await restore.CreateAsync(client, step, Assert.Fail, CancellationToken.None);
            if (step.Starts) await FlowRestore.StartAsync(client, created, CancellationToken.None);
        }

        Assert.Equal(organization.Flows.Length, flows.Count);
    }

    /// <summary>The secrets of the generated texts, each in a text of its own.</summary>
    private static Func<string, string?> SecretsOf(FlowDefinition whole, FlowDefinition masked) => name =>
        masked.Tasks.Zip(whole.Tasks.OrderBy(task => task.TaskName, StringComparer.Ordinal))
            .Where(pair => pair.First.Command?.Contains($"{{{{masked:{name}}}}}") == true)
            .Select(pair => pair.Second.Command!.Contains("hunter2") ? "hunter2" : "s3cr3t-Pass").FirstOrDefault();

    private static string[] FilesIn(TemporaryFolder folder) =>
        [.. folder.Contents.Where(file => !file.StartsWith("backup.json", StringComparison.Ordinal))];

    private static string[] StatesIn(TemporaryFolder folder)
    {
        var manifest = BackupManifest.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "backup.json")));
        return [.. manifest.Flows.Select(flow =>
            $"{flow.File} {flow.IsActive} {flow.Hash} {string.Join("/", flow.Directory ?? [])} {string.Join(" ", flow.Commands)}")];
    }

    private sealed record Organization(
        (Dictionary<string, object> Definition, string[] Directory, bool IsActive)[] Flows, bool Splits, bool Masks);
}
