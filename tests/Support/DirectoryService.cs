using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace BatchFlows.Tests;

/// <summary>A service that has nothing but a tree of directories: ID of each by its path.</summary>
internal sealed class DirectoryService
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, string> _ids = new()
    {
        ["/"] = "id0",
        ["/a"] = "id1",
        ["/a/b"] = "id2",
    };

    public DirectoryService() => Gateway = new(Answer);

    public StubGateway Gateway { get; }

    /// <summary>What was asked, in order: <c>list</c>, or <c>create</c> with parent and name.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Runs before a directory is made, and may make it itself or lose the answer.</summary>
    public Action<DirectoryService, string>? BeforeCreate { get; init; }

    /// <summary>Runs after a directory was made, and may lose the answer.</summary>
    public Action<string>? AfterCreate { get; init; }

    public string Make(string path) => _ids.GetOrAdd(path, _ => $"id{_ids.Count}");

    private object? Answer(StubCall call)
    {
        if (call.IsToken) return null;
        if (call.Request.Method != HttpMethod.Get)
            return Create((string)call.Arguments["parentId"]!, (string)call.Arguments["dirName"]!);
        Calls.Enqueue("list");
        return new JsonArray(Tree("/", "Workflow")).ToJsonString();
    }

    private static string Below(string parent, string name) => parent.TrimEnd('/') + "/" + name;

    private object Create(string parentId, string name)
    {
        Calls.Enqueue($"create {parentId} {name}");
        var path = Below(_ids.Single(entry => entry.Value == parentId).Key, name);
        BeforeCreate?.Invoke(this, path);
        lock (_gate)
        {
            if (_ids.ContainsKey(path)) return Reply.Refusal(62102, "A directory of the same name already exists");
            Make(path);
        }

        AfterCreate?.Invoke(path);
        return new JsonObject { ["dirId"] = _ids[path] }.ToJsonString();
    }

    private JsonObject Tree(string path, string title) => new()
    {
        ["title"] = title,
        ["key"] = _ids[path],
        ["isDirectory"] = true,
        ["children"] = new JsonArray(
            [.. _ids.Keys.Where(other => other != "/" && Below(path, other[(other.LastIndexOf('/') + 1)..]) == other)
            .Select(other => Tree(other, other[(other.LastIndexOf('/') + 1)..]))]),
    };
}
