using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
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
        Roles = { ["cmd"] = FieldRole.Command, ["runMode"] = FieldRole.Json },
    };

    private static readonly Shape Link = new(
        ["sourceFlowName", "sourceTaskName", "linkId"], "linkId", "sourceFlowName", "sourceTaskName");

    private static readonly Shape Relation = new(
        ["sourceTaskName", "targetTaskName"], "sourceTaskName", "targetTaskName", "rerun");

    private static readonly Shape LinkRelation = new(
        ["linkId", "targetTaskName"], "linkId", "targetTaskName", "rerun");

    private readonly string[] _fields;
    private readonly byte[][] _quotedFields; // compared and written without a text for each name
    private readonly Dictionary<string, int> _ranks;
    private readonly Dictionary<string, int> _exactRanks; // most fields are spelled as they are documented

    private Shape(string[] keys, params string[] fields)
    {
        Keys = keys;
        _fields = fields;
        _quotedFields = [.. fields.Select(field => Encoding.UTF8.GetBytes($"\"{field}\""))];
        _exactRanks = Enumerable.Range(0, fields.Length).ToDictionary(i => fields[i], i => i, StringComparer.Ordinal);
        _ranks = Enumerable.Range(0, fields.Length).ToDictionary(i => fields[i], i => i, FieldNames.Instance);
        foreach (var field in LeftOut) Roles[field] = FieldRole.LeftOut;
    }

    public static Shape Flow { get; } = new(
        [],
        "name", "cycle", "cron", "parameters", "alertMode", "submitter", "owners", "visitors", "type", "syncType",
        "desc", "startTime", "tasks", "flowLinks", "taskLinks", "relations", "linkRelations", "alertTo", "appId")
    {
        Roles =
        {
            ["parameters"] = FieldRole.Json,
            ["owners"] = FieldRole.Users,
            ["visitors"] = FieldRole.Users,
            ["tasks"] = FieldRole.Parts,
            ["flowLinks"] = FieldRole.Parts,
            ["taskLinks"] = FieldRole.Parts,
            ["relations"] = FieldRole.Parts,
            ["linkRelations"] = FieldRole.Parts,
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

    private Dictionary<string, FieldRole> Roles { get; } = new(FieldNames.Instance);

    private Dictionary<string, Shape> Parts { get; } = new(FieldNames.Instance);

    private FieldRole[] DocumentedRoles => field ??= [.. _fields.Select(RoleIn)];

    /// <summary>A field as the service documents it; null for an unknown one.</summary>
    public string? Documented(string field) => RankOf(field) is < int.MaxValue and var rank ? _fields[rank] : null;

    public int RankOf(string field) =>
        _exactRanks.TryGetValue(field, out var rank) || _ranks.TryGetValue(field, out rank) ? rank : int.MaxValue;

    public FieldRole RoleOf(string field) => RoleOf(field, RankOf(field));

    public FieldRole RoleOf(NamedField field) => RoleOf(field.Name, field.Rank);

    public Shape PartOf(string field) => Parts[field];

    private FieldRole RoleOf(string field, int rank) => this == Unknown ? FieldRole.Plain
        : rank < int.MaxValue ? DocumentedRoles[rank]
        : RoleIn(field);

    private FieldRole RoleIn(string field) => Roles.TryGetValue(field, out var role) ? role : FieldRole.Plain;

    /// <summary>A doubled field keeps its places among those of its name.</summary>
    public List<NamedField> Ordered(JsonElement element)
    {
        var fields = new List<NamedField>(_fields.Length);
        var isOrdered = true;
        foreach (var property in element.EnumerateObject())
        {
            var field = Named(property, expected: fields.Count);
            isOrdered = isOrdered && (fields.Count == 0 || Compare(fields[fields.Count - 1], field) <= 0);
            fields.Add(field);
        }

        return isOrdered
            ? fields
            : [.. fields.OrderBy(field => field.Rank).ThenBy(field => field.Name, StringComparer.Ordinal)];
    }

    private NamedField Named(JsonProperty property, int expected)
    {
        if (expected < _fields.Length && _quotedFields[expected] is var quoted
            && property.NameEquals(quoted.AsSpan(1, quoted.Length - 2)))
        {
            return new(_fields[expected], property.Value, expected, quoted);
        }

        var name = property.Name;
        return new(name, property.Value, RankOf(name));
    }

    private static int Compare(NamedField left, NamedField right) => left.Rank != right.Rank
        ? left.Rank.CompareTo(right.Rank)
        : string.CompareOrdinal(left.Name, right.Name);
}
