using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Reads what -FlowId takes: IDs, IDs as text, and any object that carries a FlowId, alone or in a list.
/// </summary>
internal static class FlowIds
{
    /// <exception cref="ArgumentTransformationMetadataException">It is no ID.</exception>
    public static long Read(object? item)
    {
        var value = Unwrap(item);
        if (value is not (null or IConvertible))
        {
            if (PSObject.AsPSObject(item).Properties["FlowId"] is not { } property)
                throw NoId($"{item}", isOfOtherKind: true);
            value = Unwrap(property.Value);
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var id)
            && id is >= 1 and <= long.MaxValue && id == decimal.Truncate(id))
        {
            return (long)id;
        }

        throw NoId(text ?? "", isOfOtherKind: false);
    }

    public static IEnumerable<object?> Items(object? given) =>
        Unwrap(given) is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [given];

    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <param name="isOfOtherKind">
    /// True for an object that may carry another parameter's key: this kind of cause tells the engine to try that one.
    /// </param>
    private static ArgumentTransformationMetadataException NoId(string text, bool isOfOtherKind)
    {
        var message =
            $"'{text}' is not a flow ID. Give a whole number from 1, such as 2924, or an object with a FlowId.";
        return new ArgumentTransformationMetadataException(
            message, isOfOtherKind ? new PSInvalidCastException(message) : null);
    }
}
