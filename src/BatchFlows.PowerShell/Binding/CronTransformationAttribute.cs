using System;
using System.Management.Automation;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Binding;

/// <summary>Refuses text that is not an expression of Quartz, because the service would save it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CronTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (FlowIds.Unwrap(inputData) is not string { Length: > 0 } given) return inputData;
        var text = given.Trim(); // a file ends with a line end
        try
        {
            CronSchedule.Parse(text);
            return text;
        }
        catch (FormatException e)
        {
            throw new ArgumentTransformationMetadataException(
                $"The cron expression '{text}' is refused: {e.Message}. Specify 6 or 7 fields: second, minute, hour, "
                    + "day of month, month, day of week, and perhaps year, such as '0 30 2 * * ?' for 02:30 every day.",
                e);
        }
    }
}
