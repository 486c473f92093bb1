using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using BatchFlows.Model.Instances;

namespace BatchFlows;

/// <summary>
/// Cells of the module's tables that are not simply a property. A view hands over the properties, because objects of a
/// job or a file have no methods; the texts are made here, because a script takes several times as long for each row.
/// Public because views are scripts.
/// </summary>
public static partial class ViewCells
{
    private static readonly Regex DayAndMinute = new("^([-0-9]{10} ..:..):.*");
    private static readonly Regex DayAndTime = new("^[0-9]{4}-[0-9]{2}-[0-9]{2} ([0-9]{2}:[0-9]{2}:[0-9]{2}).*");
    private static readonly Regex WhiteSpace = new(@"\s+");

    /// <summary>The first of several, and how many more there are.</summary>
    /// <param name="items">The items, or one that stands alone.</param>
    public static string First(object? items)
    {
        var all = ItemsOf(items).ToList();
        return all.Count > 1 ? $"{all[0]} +{all.Count - 1}" : $"{all.FirstOrDefault()}";
    }

    /// <summary>All items in one line.</summary>
    /// <param name="items">The items, or one that stands alone.</param>
    public static string All(object? items) => string.Join(", ", ItemsOf(items));

    /// <summary>A text in one line.</summary>
    /// <param name="text">The text.</param>
    public static string Line(string? text) => WhiteSpace.Replace(text ?? "", " ");

    /// <summary>A difference, and below it when a changed schedule fires next, before and after.</summary>
    /// <param name="summary">The difference in short.</param>
    /// <param name="before">Times, or none.</param>
    /// <param name="after">Times, or none.</param>
    public static string Difference(string? summary, object? before, object? after)
    {
        var (old, @new) = (ItemsOf(before).ToList(), ItemsOf(after).ToList());
        var runs = Enumerable.Range(0, Math.Max(old.Count, @new.Count))
            .Select(i => $"\n{Run(old.ElementAtOrDefault(i))} -> {Run(@new.ElementAtOrDefault(i))}");
        return summary + string.Concat(runs);
    }

    /// <summary>Times to the minute in one line.</summary>
    /// <param name="times">The times.</param>
    public static string Runs(object? times) => string.Join(", ", ItemsOf(times).Select(Run));

    /// <summary>A time to the minute, with a question mark where its zone is not known for sure.</summary>
    /// <param name="time">The time, wrapped, because objects of a job or a file are nothing else.</param>
    public static string Minute(PSObject? time) =>
        DayAndMinute.Replace($"{time}", "$1") + (time?.Properties["IsAmbiguous"]?.Value is true ? "?" : "");

    /// <summary>The time of day of a time.</summary>
    /// <param name="time">The time.</param>
    public static string TimeOf(PSObject? time) => DayAndTime.Replace($"{time}", "$1");

    /// <summary>A moment in a format, the same in every culture.</summary>
    /// <param name="time">The moment; null for none. A job or a file keeps its text only.</param>
    /// <param name="format">A format of .NET.</param>
    public static string Time(PSObject? time, string format) =>
        time?.BaseObject is not IFormattable known
            ? DateTimeOffset.TryParse($"{time}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment.ToString(format, CultureInfo.InvariantCulture)
                : ""
            : known.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A flow or a task of it, what it waits for, and what else there is to know.</summary>
    /// <param name="flowName">Name of the flow.</param>
    /// <param name="taskName">Name of the task; null for the flow itself.</param>
    /// <param name="waitsFor">Names of other flows.</param>
    /// <param name="note">What else there is to know.</param>
    public static string Planned(string? flowName, string? taskName, object? waitsFor, string? note)
    {
        var name = string.IsNullOrEmpty(taskName) ? flowName : $"{flowName}/{taskName}";
        if (!string.IsNullOrEmpty(note)) name = $"{name} ({note})".TrimStart();
        return All(waitsFor) is { Length: > 0 } flows ? $"{name}\nwaits for {flows}" : name ?? "";
    }

    /// <summary>The flow of a run, and below it the tasks that failed.</summary>
    /// <param name="flowName">Name of the flow.</param>
    /// <param name="isFailed">True when the run failed.</param>
    /// <param name="failedTasks">The tasks; a text where a job returned no more than that there are some.</param>
    public static string FlowOfRun(string? flowName, bool? isFailed, object? failedTasks) =>
        isFailed == true && failedTasks is not string && All(failedTasks) is { Length: > 0 } failed
            ? $"{flowName}\nfailed: {failed}"
            : flowName ?? "";

    /// <summary>A run, as the heading of its tasks.</summary>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="flowName">Name of its flow.</param>
    /// <param name="triggerTime">When it was triggered.</param>
    /// <param name="timeZone">The zone of that time.</param>
    public static string Run(string? flowInstanceId, string? flowName, PSObject? triggerTime, string? timeZone) =>
        flowInstanceId
            + (string.IsNullOrEmpty(flowName) ? "" : $" of {flowName}")
            + ($"{triggerTime}" is { Length: > 0 } time ? $", {time.Split(' ')[0]} {timeZone}" : "");

    /// <summary>A share in percent, such as <c>97 %</c>. It is cut, so that 100 % is all.</summary>
    /// <param name="share">The share; null where it is not known.</param>
    public static string Percent(double? share) => share is { } known
        ? (Math.Floor(Math.Round(known * 1000, 6)) / 1000).ToString("0.# %", CultureInfo.InvariantCulture)
        : "";

    /// <summary>A change in percent, such as <c>+34 %</c>.</summary>
    /// <param name="change">The change; null where it is not known.</param>
    public static string Change(double? change) =>
        change?.ToString("+0 %;-0 %;0 %", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A duration such as <c>1:40</c> or <c>26:03:15</c>.</summary>
    /// <param name="duration">The duration; null where it is not known.</param>
    public static string Duration(TimeSpan? duration) => duration is { } known ? DurationWords.Of(known) : "";

    private static string Run(object? time) => time switch
    {
        null => "none",
        IFormattable run => run.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => $"{time}",
    };

    /// <summary>A text is one item, and nothing is none.</summary>
    internal static IEnumerable<object?> ItemsOf(object? items) => items switch
    {
        null => [],
        IEnumerable all and not string => all.Cast<object?>(),
        _ => [items],
    };
}
