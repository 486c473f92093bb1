using System;
using System.IO;

namespace BatchFlows.Sandbox;

/// <summary>The small energy company that the sandbox starts with.</summary>
internal static class OrganizationSeed
{
    public const string OrganizationId = "o1578468179";
    public const string AdministratorId = "u15426865866571";
    public const string Administrator = "admin";

    public static Organization Make(DateTimeOffset now)
    {
        var organization = new Organization
        {
            Users =
            [
                new() { UserId = AdministratorId, UserName = Administrator, IsAdministrator = true },
                new() { UserId = "u15426865866001", UserName = "anna.keller" },
                new() { UserId = "u15426865866002", UserName = "jonas.lindt" },
                new() { UserId = "u15426865866003", UserName = "maria.rossi" },
                new() { UserId = "u15426865866004", UserName = "visitor.vogt" },
                new() { UserId = "u15426865866005", UserName = "olga.extern", IsMember = false },
            ],
            Directories = [new(Organization.DirectoryId(0), "Workflow", null)],
        };
        var energy = organization.AddDirectory("energy", organization.Root);
        var meters = organization.AddDirectory("meters", energy);
        var forecast = organization.AddDirectory("forecast", energy);
        var billing = organization.AddDirectory("billing", organization.Root);
        organization.AddDirectory("archive", organization.Root);

        AddFlow(2924, organization.Root, "yourCreator", 400);
        AddFlow(3001, meters, "anna.keller", 300);
        AddFlow(3002, meters, "jonas.lindt", 250);
        AddFlow(3003, forecast, "anna.keller", 200);
        AddFlow(3004, organization.Root, "maria.rossi", 150);
        AddFlow(3005, billing, "maria.rossi", 100);
        AddFlow(3006, billing, "jonas.lindt", 50);
        HistorySeed.AddTo(organization, now);
        return organization;

        void AddFlow(long id, StoredDirectory directory, string creator, int daysAgo) =>
            organization.Flows.Add(id, new()
            {
                Id = id,
                Definition = Definition(id),
                DirectoryId = directory.Id,
                Creator = creator,
                CreateTime = now.AddDays(-daysAgo),
                UpdateUser = creator,
                UpdateTime = now.AddDays(-daysAgo / 2),
                IsActive = id is not (2924 or 3006),
            });
    }

    private static string Definition(long flowId)
    {
        using var stream = typeof(OrganizationSeed).Assembly.GetManifestResourceStream(
            FormattableString.Invariant($"{flowId}.json"))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
