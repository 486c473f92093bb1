using System;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>A task of a definition; times are in seconds.</summary>
internal sealed record TaskModel(
    string Name,
    string Type,
    int? SyncType,
    string Command,
    string Submitter,
    string Cron,
    int Timeout,
    int RetryLimit,
    int RetryInterval,
    string SuccessCode,
    string RunMode)
{
    private TimeSpan? _sleep;

    /// <summary>How long its command sleeps, parameters not filled in.</summary>
    public TimeSpan Sleep => _sleep ??= new PretendedCommand(Command, 1).Sleep;

    public static TaskModel Read(JsonElement json) => new(
        json.AnyText("name"),
        json.AnyText("type"),
        json.Number("syncType") is null ? null : json.Int("syncType"),
        json.AnyText("cmd"),
        json.AnyText("submitter"),
        json.AnyText("cron"),
        Math.Max(json.Int("timeout"), 0),
        Math.Max(json.Int("retryLimit"), 0),
        Math.Max(json.Int("retryInterval"), 0),
        json.AnyText("successCode") is { Length: > 0 } code ? code : "0",
        json.AnyText("runMode"));
}
