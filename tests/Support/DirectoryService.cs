using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A service that has nothing but a tree of directories: ID of each by its path.</summary>
internal sealed class DirectoryService : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, string> _ids = new()
    {
        ["/"] = "id0",
        ["/a"] = "id1",
        ["/a/b"] = "id2",
    };

    /// <summary>What was asked, in order: <c>list</c>, or <c>create</c> with parent and name.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Runs before a directory is made, and may make it itself or lose the answer.</summary>
    public Action<DirectoryService, string>? BeforeCreate { get; init; }

    /// <summary>Runs after a directory was made, and may lose the answer.</summary>
    public Action<string>? AfterCreate { get; init; }

    public string Make(string path) => _ids.GetOrAdd(path, _ => $"id{_ids.Count}");

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answering.IsToken(request)) return Scripted.Json(Sample.Text("token-get.response"))();
        if (request.Method == HttpMethod.Get)
        {
            Calls.Enqueue("list");
            return Answer(new JsonArray(Tree("/", "Workflow")));
        }

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        return Create((string)body["parentId"]!, (string)body["dirName"]!);
    }

    private static HttpResponseMessage Answer(JsonNode data) =>
        Scripted.Json(new JsonObject { ["code"] = 0, ["data"] = data }.ToJsonString())();

    private static string Below(string parent, string name) => parent.TrimEnd('/') + "/" + name;

    private HttpResponseMessage Create(string parentId, string name)
    {
        Calls.Enqueue($"create {parentId} {name}");
        var path = Below(_ids.Single(entry => entry.Value == parentId).Key, name);
        BeforeCreate?.Invoke(this, path);
        lock (_gate)
        {
            if (_ids.ContainsKey(path))
                return Scripted.Json("""{"code":62102,"msg":"A directory of the same name already exists"}""")();
            Make(path);
        }

        AfterCreate?.Invoke(path);
        return Answer(new JsonObject { ["dirId"] = _ids[path] });
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
