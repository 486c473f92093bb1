using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Rendering.Tests;

/// <summary>A browser without a window, driven by the DevTools protocol.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "microsoft-edge"];

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _calls = [];
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _gate = new(1);
    private Process? _process;
    private int _id;

    /// <summary>What the browser reports unasked, such as requests and errors; called on any thread.</summary>
    public event Action<string, string, JsonNode>? Reported;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path) return;
        Directory.CreateDirectory(_folder);
        _process = Process.Start(new ProcessStartInfo(
            path,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0",
                "--no-first-run", "--disable-background-networking", $"--user-data-dir={_folder}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        string? line;
        do line = await _process.StandardError.ReadLineAsync();
        while (line is not null && !line.StartsWith("DevTools listening on ", StringComparison.Ordinal));
        var address = line ?? throw new InvalidOperationException($"{path} ended.");
        _ = _process.StandardError.ReadToEndAsync();
        await _socket.ConnectAsync(new Uri(address["DevTools listening on ".Length..]), CancellationToken.None);
        _ = ReceiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser may still write; the system clears its temporary files.
        }
    }

    /// <summary>Skips the test on a machine without a browser, but where one was installed for the tests.</summary>
    public void Require()
    {
        if (_process is not null) return;
        const string Why = "No browser was found: set BATCHFLOWS_BROWSER to the path of Chromium, Chrome or Edge.";
        Assert.False(Environment.GetEnvironmentVariable("BATCHFLOWS_BROWSER_REQUIRED") == "1", Why);
        Assert.Skip(Why);
    }

    public async Task<JsonNode> CallAsync(string method, object? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref _id);
        var call = _calls[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new { id, method, @params = parameters ?? new { }, sessionId = session };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, Omitting);
        await _gate.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }

        return await call.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static readonly JsonSerializerOptions Omitting =
        new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            }
            catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }

            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            Take(JsonNode.Parse(message.ToArray())!);
            message.SetLength(0);
        }
    }

    private void Take(JsonNode node)
    {
        if ((int?)node["id"] is not { } id)
            Reported?.Invoke((string?)node["sessionId"] ?? "", (string)node["method"]!, node["params"]!);
        else if (!_calls.TryRemove(id, out var call))
            return;
        else if (node["error"] is { } error)
            call.SetException(new InvalidOperationException(error.ToJsonString()));
        else
            call.SetResult(node["result"]!);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("BATCHFLOWS_BROWSER") is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Where(folder => folder.Length > 0)
            .SelectMany(
                folder => Names.Select(
                    name => Path.Combine(folder, name + (OperatingSystem.IsWindows() ? ".exe" : ""))))
            .FirstOrDefault(File.Exists);
    }
}
