using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Reads the values of -FlowId: IDs, IDs as text, names, and objects that carry a FlowId, alone or in a list.
/// </summary>
internal static class FlowIds
{
    /// <exception cref="ArgumentTransformationMetadataException">It is no ID.</exception>
    public static long Read(object? item)
    {
        var text = Convert.ToString(ValueOf(item), CultureInfo.InvariantCulture) ?? "";
        return IsNumber(text, out var id) && id is >= 1 and <= long.MaxValue && id == decimal.Truncate(id)
            ? (long)id
            : throw NoId(text, isOfOtherKind: false);
    }

    /// <summary>The name in place of an ID; null for a number, and for anything that is not text.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It carries no FlowId.</exception>
    public static string? NameIn(object? item) =>
        ValueOf(item) is string text && !string.IsNullOrWhiteSpace(text) && !IsNumber(text, out _) ? text : null;

    public static IEnumerable<object?> Items(object? given) =>
        Unwrap(given) is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [given];

    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static object? ValueOf(object? item)
    {
        if (Unwrap(item) is var value and (null or IConvertible)) return value;
        return PSObject.AsPSObject(item).Properties["FlowId"] is { } property
            ? Unwrap(property.Value)
            : throw NoId($"{item}", isOfOtherKind: true);
    }

    /// <param name="text">What was typed.</param>
    /// <param name="number">The number; 0 when there are too many digits for one.</param>
    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            || text.All(char.IsDigit);

    /// <param name="isOfOtherKind">
    /// True for an object that may carry another parameter's key: with this inner exception, the binder tries that
    /// parameter.
    /// </param>
    private static ArgumentTransformationMetadataException NoId(string text, bool isOfOtherKind)
    {
        var message =
            $"'{text}' is not a flow ID. Specify a whole number from 1, such as 2924, the exact name of a flow, or an "
                + "object with a FlowId.";
        return new ArgumentTransformationMetadataException(
            message, isOfOtherKind ? new PSInvalidCastException(message) : null);
    }
}
