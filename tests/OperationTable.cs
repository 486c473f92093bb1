using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;

namespace BatchFlows.Tests;

/// <summary>
/// The documented operations of the service, from tests/Samples/operations.index.json: one row each, for all tests.
/// </summary>
internal static class OperationTable
{
    private static readonly JsonArray Rows = JsonNode.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Samples", "operations.index.json")))!["operations"]!.AsArray();

    /// <summary>The error codes of each operation.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Errors { get; } = Rows.ToDictionary(
        NameOf, row => (IReadOnlyList<int>)[.. Field(row, "errors").AsArray().Select(code => (int)code!)]);

    /// <summary>The operations that change something.</summary>
    public static IReadOnlyList<string> Changes { get; } =
        [.. Rows.Where(row => !(bool)Field(row, "readOnly")).Select(NameOf)];

    /// <summary>The documented messages of each operation: its answer, and its request if that has a body.</summary>
    public static IEnumerable<(string Operation, string File)> Messages => Rows.SelectMany(row =>
        MessageKinds(row).Select(kind => (NameOf(row), $"{Field(row, "file")}.{kind}.json")));

    /// <summary>What is typed to use each operation, and what that shows.</summary>
    public static IReadOnlyDictionary<string, (string Command, string Shows)> Commands { get; } =
        Rows.ToDictionary(NameOf, row => ((string)Field(row, "command")!, (string)Field(row, "shows")!));

    /// <summary>What no test says that it covers: operations, and with their errors also "operation code".</summary>
    public static IEnumerable<string> MissingIn(Assembly tests, bool withErrors)
    {
        var covered = tests.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .SelectMany(method => method.GetCustomAttributes<CoversAttribute>()
                .Select(covers => (covers.Operation, covers.Code))
                .Concat(method.GetCustomAttributes<CoversAllAttribute>()
                    .SelectMany(all => Errors.Keys.Select(name => (name, all.Code)))))
            .ToHashSet();
        return Errors
            .SelectMany(
                row => (withErrors ? row.Value.Prepend(0) : [0]).Select(code => (Operation: row.Key, Code: code)))
            .Where(cell => !covered.Contains(cell))
            .Select(cell => cell.Code == 0 ? cell.Operation : $"{cell.Operation} {cell.Code}");
    }

    private static string[] MessageKinds(JsonNode? row) =>
        row!["body"] is null ? ["response"] : ["request", "response"];

    private static string NameOf(JsonNode? row) => (string)row!["name"]!;

    private static JsonNode Field(JsonNode? row, string name) => row![name] ?? throw new InvalidDataException(
        $"{NameOf(row)}: no \"{name}\" in tests/Samples/operations.index.json");
}

/// <summary>A test of one operation's success, or of one of its errors.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string operation, int code = 0) : Attribute
{
    public string Operation { get; } = operation;

    public int Code { get; } = code;
}

/// <summary>A test of one error with every operation that can answer it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAllAttribute(int code) : Attribute
{
    public int Code { get; } = code;
}
