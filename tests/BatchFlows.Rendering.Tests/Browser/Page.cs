using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Rendering.Tests;

/// <summary>A page that is open in the browser.</summary>
public sealed class Page : IAsyncDisposable
{
    private const int FirstArrow = 37;

    private static readonly string[] Arrows = ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"];

    private readonly Browser _browser;
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _session = "";
    private string _target = "";

    private Page(Browser browser) => _browser = browser;

    /// <summary>Errors and warnings of the console, and exceptions.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>Addresses that the page asked for beside its own.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<Page> OpenAsync(
        Browser browser, string html, int width, int height, bool isDark, string extension = ".html")
    {
        browser.Require();
        var page = new Page(browser);
        var path = Path.ChangeExtension(page._path, extension);
        await File.WriteAllTextAsync(path, html);
        page._target = (string)(
            await browser.CallAsync("Target.createTarget", new { url = "about:blank" }))["targetId"]!;
        page._session = (string)(await browser.CallAsync(
            "Target.attachToTarget", new { targetId = page._target, flatten = true }))["sessionId"]!;
        browser.Reported += page.Take;
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
            await page.CallAsync($"{domain}.enable");
        await page.CallAsync(
            "Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await page.CallAsync(
            "Emulation.setEmulatedMedia",
            new { features = new[] { new { name = "prefers-color-scheme", value = isDark ? "dark" : "light" } } });
        await page.CallAsync("Page.navigate", new { url = new Uri(path).AbsoluteUri });
        await page._loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await page.SettleAsync();
        File.Delete(path);
        return page;
    }

    public Task<JsonNode> CallAsync(string method, object? parameters = null) =>
        _browser.CallAsync(method, parameters, _session);

    /// <summary>The value of an expression.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await CallAsync(
            "Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"];
    }

    public async Task<double> NumberAsync(string expression) => (double)(await EvaluateAsync(expression))!;

    public async Task<string> TextAsync(string expression) => (string)(await EvaluateAsync(expression))!;

    /// <summary>Waits until what was asked for is drawn.</summary>
    public Task SettleAsync() =>
        EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");

    public async Task PressAsync(string key, bool hasShift = false)
    {
        var text = key.Length == 1 ? key : key == "Enter" ? "\r" : null;
        var modifiers = hasShift ? 8 : 0;
        var windowsVirtualKeyCode = Array.IndexOf(Arrows, key) is >= 0 and var arrow ? FirstArrow + arrow : 0;
        await CallAsync(
            "Input.dispatchKeyEvent",
            new { type = text is null ? "rawKeyDown" : "keyDown", key, text, modifiers, windowsVirtualKeyCode });
        await CallAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, modifiers });
        await SettleAsync();
    }

    public async Task MouseAsync(string type, double x, double y, int clickCount = 1, double deltaY = 0)
    {
        var button = type == "mouseWheel" ? "none" : "left";
        await CallAsync(
            "Input.dispatchMouseEvent",
            new { type, x, y, button, buttons = type == "mouseReleased" ? 0 : 1, clickCount, deltaX = 0, deltaY });
        await SettleAsync();
    }

    /// <summary>A picture of the page, in a folder for those who want to look at it.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="isWhole">Shows also what has no room in the window.</param>
    public async Task PhotographAsync(string name, bool isWhole = false)
    {
        if (Environment.GetEnvironmentVariable("BATCHFLOWS_PHOTOS") is not { Length: > 0 } folder) return;
        var answer = await CallAsync("Page.captureScreenshot", new { captureBeyondViewport = isWhole, clip = isWhole ? await ClipAsync() : null });
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, name + ".png"), Convert.FromBase64String((string)answer["data"]!));
    }

    private async Task<object> ClipAsync() => new
    {
        x = 0,
        y = 0,
        width = await NumberAsync("innerWidth"),
        height = await NumberAsync("document.body.scrollHeight"),
        scale = 1,
    };

    public async ValueTask DisposeAsync()
    {
        _browser.Reported -= Take;
        await _browser.CallAsync("Target.closeTarget", new { targetId = _target });
    }

    private void Take(string session, string method, JsonNode parameters)
    {
        if (session != _session) return;
        if (method == "Page.loadEventFired") _loaded.TrySetResult();
        if (method is "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" or "Log.entryAdded")
            Complaints.Enqueue(parameters.ToJsonString());
        if (method != "Network.requestWillBeSent") return;
        var address = (string)parameters["request"]!["url"]!;
        if (!address.EndsWith(Path.GetFileNameWithoutExtension(_path) + ".html", StringComparison.Ordinal)
            && !address.EndsWith(Path.GetFileNameWithoutExtension(_path) + ".svg", StringComparison.Ordinal)
            && !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith(
                "about:", StringComparison.Ordinal))
            Requests.Enqueue(address);
    }
}
