using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// An object of a definition: the order of its fields, the roles of some, and the fields by which a list of such
/// objects is ordered. The documented fields come first, in the order in which the service documents them; unknown ones
/// follow by name. Spellings in snake case count as the same field.
/// </summary>
internal sealed class Shape
{
    // IDs and times of the service's other forms of a flow and a task. Editions that write them into the definition
    // would give each copy of a flow another file.
    private static readonly string[] LeftOut = ["flowId", "taskId", "createTime", "updateTime", "timestamp"];

    private static readonly Shape Task = new(
        ["name"],
        "name", "resource", "type", "syncType", "cmd", "submitter", "filePackage", "cron", "priorityLevel", "timeout",
        "retryLimit", "retryInterval", "successCode", "asLink", "runMode", "waitCode")
    {
        Roles = { ["cmd"] = Role.Command, ["runMode"] = Role.Json },
    };

    private static readonly Shape Link = new(
        ["sourceFlowName", "sourceTaskName", "linkId"], "linkId", "sourceFlowName", "sourceTaskName");

    private static readonly Shape Relation = new(
        ["sourceTaskName", "targetTaskName"], "sourceTaskName", "targetTaskName", "rerun");

    private static readonly Shape LinkRelation = new(
        ["linkId", "targetTaskName"], "linkId", "targetTaskName", "rerun");

    private readonly string[] _fields;
    private readonly Dictionary<string, int> _ranks;
    private readonly Dictionary<string, int> _exactRanks; // most fields are spelled as they are documented

    private Shape(string[] keys, params string[] fields)
    {
        Keys = keys;
        _fields = fields;
        _exactRanks = Enumerable.Range(0, fields.Length).ToDictionary(i => fields[i], i => i, StringComparer.Ordinal);
        _ranks = Enumerable.Range(0, fields.Length).ToDictionary(i => fields[i], i => i, FieldNames.Instance);
        foreach (var field in LeftOut) Roles[field] = Role.LeftOut;
    }

    /// <summary>What a field is in a file.</summary>
    public enum Role
    {
        /// <summary>The same as on the wire.</summary>
        Plain,

        /// <summary>Not in a file.</summary>
        LeftOut,

        /// <summary>A list; on the wire a text with semicolons.</summary>
        Users,

        /// <summary>JSON; on the wire JSON in a text.</summary>
        Json,

        /// <summary>A text, or a reference to the file that holds it.</summary>
        Command,

        /// <summary>A list of objects whose order means nothing.</summary>
        Parts,
    }

    public static Shape Flow { get; } = new(
        [],
        "name", "cycle", "cron", "parameters", "alertMode", "submitter", "owners", "visitors", "type", "syncType",
        "desc", "startTime", "tasks", "flowLinks", "taskLinks", "relations", "linkRelations", "alertTo", "appId")
    {
        Roles =
        {
            ["parameters"] = Role.Json,
            ["owners"] = Role.Users,
            ["visitors"] = Role.Users,
            ["tasks"] = Role.Parts,
            ["flowLinks"] = Role.Parts,
            ["taskLinks"] = Role.Parts,
            ["relations"] = Role.Parts,
            ["linkRelations"] = Role.Parts,
        },
        Parts =
        {
            ["tasks"] = Task,
            ["flowLinks"] = Link,
            ["taskLinks"] = Link,
            ["relations"] = Relation,
            ["linkRelations"] = LinkRelation,
        },
    };

    /// <summary>An object that the service does not document.</summary>
    public static Shape Unknown { get; } = new([]);

    /// <summary>The fields whose texts order a list of such objects.</summary>
    public string[] Keys { get; }

    private Dictionary<string, Role> Roles { get; } = new(FieldNames.Instance);

    private Dictionary<string, Shape> Parts { get; } = new(FieldNames.Instance);

    private Role[] DocumentedRoles => field ??= [.. _fields.Select(RoleIn)];

    /// <summary>A field as the service documents it; null for an unknown one.</summary>
    public string? Documented(string field) => RankOf(field) is < int.MaxValue and var rank ? _fields[rank] : null;

    public int RankOf(string field) =>
        _exactRanks.TryGetValue(field, out var rank) || _ranks.TryGetValue(field, out rank) ? rank : int.MaxValue;

    public Role RoleOf(string field) => RoleOf(field, RankOf(field));

    public Role RoleOf(NamedField field) => RoleOf(field.Name, field.Rank);

    public Shape PartOf(string field) => Parts[field];

    private Role RoleOf(string field, int rank) => this == Unknown ? Role.Plain
        : rank < int.MaxValue ? DocumentedRoles[rank]
        : RoleIn(field);

    private Role RoleIn(string field) => Roles.TryGetValue(field, out var role) ? role : Role.Plain;

    /// <summary>A doubled field keeps its places among those of its name.</summary>
    public List<NamedField> Ordered(JsonElement element)
    {
        var fields = new List<NamedField>();
        var isOrdered = true;
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            var field = new NamedField(name, property.Value, RankOf(name));
            isOrdered = isOrdered && (fields.Count == 0 || Compare(fields[fields.Count - 1], field) <= 0);
            fields.Add(field);
        }

        return isOrdered
            ? fields
            : [.. fields.OrderBy(field => field.Rank).ThenBy(field => field.Name, StringComparer.Ordinal)];
    }

    private static int Compare(NamedField left, NamedField right) => left.Rank != right.Rank
        ? left.Rank.CompareTo(right.Rank)
        : string.CompareOrdinal(left.Name, right.Name);
}
