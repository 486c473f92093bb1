using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Lets -FlowId take IDs, IDs as text, and any object that carries a FlowId, alone or in a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowIdTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = Unwrap(inputData);
        if (given is string or not IEnumerable) return new[] { ToId(inputData) };
        var ids = new List<long>();
        foreach (var item in (IEnumerable)given) ids.Add(ToId(item));
        return ids.ToArray();
    }

    private static long ToId(object? item)
    {
        var value = Unwrap(item);
        if (item is not null && value is not (string or IConvertible) && PSObject.AsPSObject(item).Properties["FlowId"] is { } property)
        {
            value = Unwrap(property.Value);
        }

        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var id)
            && id is >= 1 and <= long.MaxValue && id == decimal.Truncate(id))
        {
            return (long)id;
        }

        throw new ArgumentTransformationMetadataException(
            $"'{text}' is not a flow ID. Give a whole number from 1, such as 2924, or an object with a FlowId.");
    }

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
