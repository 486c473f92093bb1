using System;
using System.Globalization;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Reads the values of ID parameters: IDs, which are text, and objects that carry a property of the parameter's name.
/// </summary>
internal static class Keys
{
    /// <exception cref="ArgumentTransformationMetadataException">
    /// It is neither an ID nor an object that carries one.
    /// </exception>
    public static string Read(object? item, string name)
    {
        if (FlowIds.Unwrap(item) is string { Length: > 0 } key) return key;
        if (PropertyOf(item, name) is { } property)
            return TextOf(property)
                ?? throw new ArgumentTransformationMetadataException($"The {name} of '{item}' is empty.");

        // With this inner exception the binder tries the next parameter, whose key the object may carry.
        var message = $"'{item}' is not {MeaningOf(name)}, and has no property {name}. {NextStep(item, name)}";
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }

    private static string MeaningOf(string name) => name switch
    {
        "FlowInstanceId" => "the ID of a run",
        "TaskInstanceId" => "the ID of a task's run",
        "DirectoryId" => "the ID of a directory",
        _ => $"a {name}",
    };

    private static string NextStep(object? item, string name) => name switch
    {
        "FlowInstanceId" or "TaskInstanceId" when FlowIdIn(item) is { } id =>
            $"It may be a flow. List its runs with Get-BatchFlowInstance -FlowId {id}",
        "FlowInstanceId" => "List the runs of the last 24 hours with Get-BatchFlowInstance",
        "TaskInstanceId" => "List the tasks of a run with Get-BatchFlowTaskInstance -FlowInstanceId <ID of the run>",
        _ => "List the directories with Get-BatchFlowDirectory",
    };

    private static string? FlowIdIn(object? item) => FlowIds.Unwrap(item) is int or long
        ? Convert.ToString(FlowIds.Unwrap(item), CultureInfo.InvariantCulture)
        : Find(item, "FlowId");

    /// <summary>The property of an object with this name; null when it has none.</summary>
    public static string? Find(object? item, string name) =>
        PropertyOf(item, name) is { } property ? TextOf(property) : null;

    private static PSPropertyInfo? PropertyOf(object? item, string name) =>
        FlowIds.Unwrap(item) is null or IConvertible ? null : PSObject.AsPSObject(item).Properties[name];

    private static string? TextOf(PSPropertyInfo property) =>
        Convert.ToString(FlowIds.Unwrap(property.Value), CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;
}
