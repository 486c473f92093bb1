using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class GetBatchFlowScheduleCommand
{
    /// <summary>
    /// IDs or exact names of flows, objects that carry a FlowId, or definitions. Default: all flows of the
    /// organisation. Whole flows and definitions need no call of their own.
    /// </summary>
    [Parameter(
        Position = 0, ParameterSetName = FromService, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowReferenceTransformation(TakesDefinitions = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>
    /// Files with definitions, or folders with such files, at any depth. Accepts wildcards. A file that has exactly
    /// this name is read even if the name contains wildcards.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromPath,
        HelpMessage = "Files with definitions, or folders with such files, at any depth.")]
    [FilePathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders, named as they are.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromLiteralPath, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Files or folders, named as they are.")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// Cron expression of 6 or 7 fields: second, minute, hour, day of month, month, day of week, year. For example
    /// '0 30 1 ? * MON-FRI *'.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromCron,
        HelpMessage =
            "Cron expression of 6 or 7 fields: second, minute, hour, day of month, month, day of week, year.")]
    [PlainText]
    [CronTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CronCompleter))]
    public string? Cron { get; set; }

    /// <summary>How many times of each schedule. Default: 5; with -Before, all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Next { get; set; }

    /// <summary>The first moment of the window. Default: now, by the server's clock.</summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? After { get; set; }

    /// <summary>The end of the window, exclusive: only times before this moment.</summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Before { get; set; }

    /// <summary>
    /// Time zone of the schedules, such as Europe/Berlin, with its clock changes. Default: the server's zone, which the
    /// service names without clock changes, such as GMT+8.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>
    /// Also lists the schedules that tasks have of their own. Exports each flow of the service.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeTask { get; set; }

    /// <summary>Also lists the times at which paused flows would fire.</summary>
    [Parameter]
    public SwitchParameter IncludePaused { get; set; }
}
