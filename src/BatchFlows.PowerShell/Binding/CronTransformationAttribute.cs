using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Refuses text that does not have the form of a Quartz expression, because the service would save it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CronTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (FlowIds.Unwrap(inputData) is not string { Length: > 0 } text) return inputData;
        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (6 or 7))
        {
            var fix = fields.Length == 5
                ? " A Unix expression lacks the seconds, and one of its days must be a question mark."
                : "";
            throw Refusal($"has {fields.Length} field{(fields.Length == 1 ? "" : "s")}.{fix}");
        }

        return Array.Find(fields, field => !field.All(IsAllowed)) is { } odd
            ? throw Refusal($"has a field '{odd}' with other signs than letters, digits and * ? / , - #.")
            : inputData;

        ArgumentTransformationMetadataException Refusal(string what) => new(
            $"The cron expression '{text}' {what} Specify 6 or 7 fields: second, minute, hour, day of month, month, "
                + "day of week, and perhaps year, such as '0 30 2 * * ?' for 02:30 every day.");
    }

    private static bool IsAllowed(char character) =>
        character is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
            or '*' or '?' or '/' or ',' or '-' or '#';
}
