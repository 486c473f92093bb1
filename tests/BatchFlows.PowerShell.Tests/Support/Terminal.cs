using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A real shell at a pseudo-terminal, which the program <c>script</c> provides. Its home is a temporary folder, because
/// the line editor writes a history there.
/// </summary>
internal sealed partial class Terminal : IAsyncDisposable
{
    private const string Prompt = "ready> ";
    private const string CursorRequest = "\e[6n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // a busy machine starts a shell in 15 s

    private readonly TemporaryFolder _home = new();
    private readonly StringBuilder _written = new();
    private readonly Process _process;
    private readonly Task _reading;
    private int _seen;

    /// <param name="script">What the shell runs before its first prompt.</param>
    public Terminal(string script)
    {
        var start = Child.Describe(
            "script",
            // The variables save the quoting. Wide, so that no line is broken. Tests that run in the background ignore
            // Ctrl+C, and so would what they start.
            ["-qfc", "stty rows 50 cols 200; "
                + "env --default-signal=INT true 2>/dev/null && HEED='env --default-signal=INT'; "
                + "exec $HEED dotnet \"$PROGRAM\" -NoLogo -NoProfile -NoExit -Command \"$SCRIPT\"",
                "/dev/null"],
            [
                ("SHELL", "/bin/sh"), ("TERM", "xterm"), ("HOME", _home.Path), ("PROGRAM", Paths.PowerShell),
                ("SCRIPT", $"{script}; function prompt {{ '{Prompt}' }}"),
            ]);
        foreach (var name in start.Environment.Keys.Where(IsUsersChoice).ToArray()) start.Environment.Remove(name);
        _process = Process.Start(start)!;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>True where there is a <c>script</c> with the options of Linux.</summary>
    public static bool IsThere { get; } = OperatingSystem.IsLinux()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "script")));

    /// <summary>All that was written, with control sequences.</summary>
    public string Written
    {
        get
        {
            lock (_written) return _written.ToString();
        }
    }

    private string Text => ControlSequence().Replace(Written, "");

    public Task WaitForPromptAsync() => WaitForAsync(Prompt);

    /// <summary>Waits until a text was written that follows the last one that was waited for.</summary>
    public async Task WaitForAsync(string expected)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            var isOver = _reading.IsCompleted || waited.Elapsed > Patience;
            var text = Text;
            var at = text.IndexOf(expected, _seen, StringComparison.Ordinal);
            if (at >= 0)
            {
                _seen = at + expected.Length;
                return;
            }

            Assert.False(isOver, $"'{expected}' was not written after the first {_seen} characters of:\n{text}");
        }
    }

    /// <summary>Types a key again every few seconds until a text was written.</summary>
    public async Task TypeUntilAsync(string key, string expected)
    {
        using var over = new CancellationTokenSource();
        var typing = TypeAgainAsync(key, over.Token);
        try
        {
            await WaitForAsync(expected);
        }
        finally
        {
            await over.CancelAsync();
            await typing;
        }
    }

    public void Type(string keys)
    {
        lock (_process)
        {
            _process.StandardInput.Write(keys);
            _process.StandardInput.Flush();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            Type("exit\r");
            await _reading.WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (Exception failure) when (failure is TimeoutException or IOException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _home.Dispose();
    }

    private async Task TypeAgainAsync(string key, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            Type(key);
            await Task.Delay(TimeSpan.FromSeconds(3), over).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static bool IsUsersChoice(string name) =>
        name is "NO_COLOR" || name.StartsWith("XDG_", StringComparison.Ordinal);

    private async Task ReadAsync()
    {
        var block = new char[4096];
        var answered = 0;
        for (int count; (count = await _process.StandardOutput.ReadAsync(block)) > 0;)
        {
            int asked;
            lock (_written)
            {
                _written.Append(block, 0, count);
                asked = Regex.Count(_written.ToString(), Regex.Escape(CursorRequest));
            }

            // The shell waits for the place of its cursor. Any place will do, because nobody reads this screen.
            for (; answered < asked; answered++) Type("\e[1;1R");
        }
    }

    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e[=>]")]
    private static partial Regex ControlSequence();
}
