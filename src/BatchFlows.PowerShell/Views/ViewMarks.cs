using System;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Terminal;

namespace BatchFlows;

/// <summary>
/// Marks and colours of the module's views. A mark stands before the word it belongs to, so nothing depends on the
/// colour, and nothing on the mark. Public because views are scripts.
/// </summary>
public static class ViewMarks
{
    /// <summary>A status of a run, or what came of a check.</summary>
    /// <param name="status">Wrapped, because only the wrapper knows its name in objects of a job or a file.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Status(PSObject? status, object? style) => $"{status}" switch
    {
        "" => "",
        "Success" or "Passed" => Marked('✓', "Green", $"{status}", style),
        "Fail" or "Failed" or "InternalError" or "Timeout" => Marked('✗', "Red", $"{status}", style),
        "Running" or "Rerun" => Marked('●', "Cyan", $"{status}", style),
        "Cancel" or "Suspend" => Marked('■', "Yellow", $"{status}", style),
        _ => Marked('○', "BrightBlack", $"{status}", style),
    };

    /// <summary>Why a run did not happen at its time.</summary>
    /// <param name="reason">Wrapped, because only the wrapper knows its name in objects of a job or a file.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Missed(PSObject? reason, object? style) => $"{reason}" switch
    {
        "Paused" or "Changed" => Marked('○', "BrightBlack", $"{reason}", style),
        "Late" or "Queued" => Marked('●', "Yellow", $"{reason}", style),
        var other => Marked('✗', "Red", other, style),
    };

    /// <summary>Whether a flow's schedule is on or off.</summary>
    /// <param name="isActive">True when it is on; null when that is not known.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string OnOff(bool? isActive, object? style) => isActive switch
    {
        true => Marked('●', "Green", "on", style),
        false => Marked('○', "BrightBlack", "off", style),
        null => "",
    };

    /// <summary>What became of something, with a mark that patches use as well.</summary>
    /// <param name="change">Wrapped, because only the wrapper knows its name in objects of a job or a file.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Change(PSObject? change, object? style) => $"{change}" switch
    {
        "Added" => Colored("+ Added", "Green", style),
        "Removed" => Colored("- Removed", "Red", style),
        var other => Colored($"~ {other}", "Yellow", style),
    };

    /// <summary>The lines of a unified diff.</summary>
    /// <param name="diff">The lines.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Diff(string? diff, object? style) => string.Join(
        "\n",
        (diff ?? "").TrimEnd('\n').Split('\n').Select(line =>
            line is ['+', ..] ? Colored(line, "Green", style)
            : line is ['-', ..] ? Colored(line, "Red", style)
            : line));

    /// <summary>The lines of a tree, in plain characters where there are no marks.</summary>
    /// <param name="text">The lines, drawn.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Tree(string? text, object? style) =>
        IsForTerminal(style) && IsShown('├') ? text ?? ""
        : (text ?? "").Replace("├─", "|-").Replace("└─", "`-").Replace("│", "|");

    /// <summary>A sign for each state of a run. Signs differ without colour.</summary>
    /// <param name="results">The states, or their names in objects of a job or a file.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Strip(object? results, object? style)
    {
        var isPlain = !IsForTerminal(style) || !IsShown('✓');
        var (text, signs, color) = ("", "", "");
        foreach (var result in ViewCells.ItemsOf(results).Select(item => $"{item}"))
        {
            if (ColorOf(result) != color) (text, signs) = (text + Colored(signs, color, style), "");
            color = ColorOf(result);
            signs += ResultStrip.SignOf(
                Enum.TryParse<InstanceStatus>(result, out var status) ? status : null, isPlain);
        }

        return text + Colored(signs, color, style);
    }

    /// <summary>Durations as a row of columns in proportion to the longest.</summary>
    /// <param name="durations">The durations.</param>
    /// <param name="width">The most columns.</param>
    /// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
    public static string Columns(object? durations, int width, object? style) => Sparkline.Of(
        [.. ViewCells.ItemsOf(durations).OfType<TimeSpan>().Select(duration => duration.TotalSeconds)], width,
        !IsForTerminal(style) || !IsShown('█'));

    /// <summary>A text in the colour of a mark.</summary>
    internal static string Painted(string text, DiagramMark mark, object? style) => Colored(
        text,
        mark switch
        {
            DiagramMark.Success => "Green",
            DiagramMark.Failed or DiagramMark.TimedOut => "Red",
            DiagramMark.Running => "Cyan",
            DiagramMark.Cancelled => "Yellow",
            _ => "BrightBlack",
        },
        style);

    private static string ColorOf(string status) => status switch
    {
        "Success" => "Green",
        "Fail" or "InternalError" or "Timeout" => "Red",
        "Running" or "Rerun" => "Cyan",
        "Cancel" or "Suspend" => "Yellow",
        _ => "BrightBlack",
    };

    private static string Marked(char mark, string color, string word, object? style) =>
        IsForTerminal(style) ? Colored(IsShown(mark) ? $"{mark} {word}" : word, color, style) : word;

    private static string Colored(string text, string color, object? style) => text.Length > 0 && IsForTerminal(style)
        ? $"{Member(Member(style, "Foreground"), color)}{text}{Member(style, "Reset")}"
        : text;

    /// <summary>
    /// True when what is shown goes to a terminal, or to somebody who asks for it as for one. The engine removes
    /// colours only from what it redirects itself, and never a mark.
    /// </summary>
    private static bool IsForTerminal(object? style) => $"{Member(style, "OutputRendering")}" switch
    {
        "Ansi" => true,
        "Host" => !Console.IsOutputRedirected,
        _ => false,
    };

    /// <summary>Windows' consoles take any character; other terminals only those of their encoding.</summary>
    private static bool IsShown(char mark) =>
        Environment.OSVersion.Platform == PlatformID.Win32NT
        || Console.OutputEncoding.GetString(Console.OutputEncoding.GetBytes([mark])) == $"{mark}";

    private static object? Member(object? source, string name) =>
        source?.GetType().GetProperty(name)?.GetValue(source);
}
