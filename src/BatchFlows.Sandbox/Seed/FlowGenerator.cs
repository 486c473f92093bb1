using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;

namespace BatchFlows.Sandbox;

/// <summary>Adds flows without a call of the service.</summary>
internal static class FlowGenerator
{
    private const string Directory = "load";

    public static StoredFlow Put(
        Organization organization, DateTimeOffset now, long flowId, string definition, StoredDirectory directory)
    {
        if (organization.Flows.TryGetValue(flowId, out var flow))
        {
            flow.Definition = definition;
            return flow;
        }
        organization.Drafts.Remove(flowId);
        flow = new()
        {
            Id = flowId,
            Definition = definition,
            DirectoryId = directory.Id,
            Creator = OrganizationSeed.Administrator,
            CreateTime = now,
            UpdateUser = OrganizationSeed.Administrator,
            UpdateTime = now,
            IsActive = true,
        };
        organization.Flows.Add(flowId, flow);
        return flow;
    }

    /// <summary>Adds flows whose names go on after those that are there.</summary>
    public static int Add(
        Organization organization, DateTimeOffset now, int count, Func<int, JsonObject> definition,
        CancellationToken cancellationToken)
    {
        var directory = DirectoryOf(organization, Directory);
        var last = organization.Flows.Values.Count(flow => flow.DirectoryId == directory.Id);
        for (var number = last + 1; number <= last + count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Put(organization, now, organization.NewFlowId(), definition(number).ToText(), directory);
        }
        return count;
    }

    /// <summary>A directory below the root, which is made when it is not there.</summary>
    public static StoredDirectory DirectoryOf(Organization organization, string name) =>
        organization.Directories.Find(known => known.Name == name && known.ParentId == organization.Root.Id)
        ?? organization.AddDirectory(name, organization.Root);

    public static string NameOf(int number) => "load_" + number.ToString("d5", CultureInfo.InvariantCulture);

    public static JsonObject Definition(string name, int tasks) => new()
    {
        ["name"] = name,
        ["cycle"] = "D",
        ["cron"] = "0 0 2 * * ? *",
        ["parameters"] = "[]",
        ["alertMode"] = 0,
        ["submitter"] = "data_energy",
        ["owners"] = OrganizationSeed.Administrator,
        ["visitors"] = "",
        ["type"] = 1,
        ["syncType"] = 1,
        ["desc"] = "",
        ["startTime"] = "2024-01-01",
        ["tasks"] = Enumerable.Range(1, tasks).Select(number => Task(name, number)).ToJsonArray(),
        ["flowLinks"] = new JsonArray(),
        ["taskLinks"] = new JsonArray(),
        ["relations"] = Enumerable.Range(2, Math.Max(tasks - 1, 0)).Select(number => new JsonObject
        {
            ["sourceTaskName"] = $"task_{number - 1}",
            ["targetTaskName"] = $"task_{number}",
            ["rerun"] = true,
        }).ToJsonArray(),
        ["linkRelations"] = new JsonArray(),
    };

    private static JsonObject Task(string flow, int number) => new()
    {
        ["name"] = $"task_{number}",
        ["resource"] = "default",
        ["type"] = "COMMAND",
        ["syncType"] = 1,
        ["cmd"] = $"echo '{flow} task_{number}'",
        ["submitter"] = "",
        ["filePackage"] = "",
        ["cron"] = "",
        ["priorityLevel"] = 0,
        ["timeout"] = 300,
        ["retryLimit"] = 0,
        ["retryInterval"] = 0,
        ["successCode"] = "0",
        ["asLink"] = false,
        ["runMode"] =
            """{"taskMode":1,"cpu":0.5,"memory":1,"maxParallel":0"""
            + ""","keyType":0,"datasourceId":0,"path":"","content":""}""",
    };
}
