using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Makes texts of whatever an ID parameter is given: IDs, and any objects that carry a property of the parameter's name.</summary>
/// <param name="name">Name of the parameter and of the property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyTransformationAttribute(string name) : ArgumentTransformationAttribute
{
    /// <summary>Name of the parameter and of the property.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => FlowIds.Items(inputData).Select(Read).ToArray();

    private string Read(object? item)
    {
        var value = FlowIds.Unwrap(item);
        if (value is not (null or IConvertible)) value = FlowIds.Unwrap(PSObject.AsPSObject(item).Properties[Name]?.Value);
        return Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } key
            ? key
            : throw new ArgumentTransformationMetadataException($"'{item}' is no {Name} and carries none.");
    }
}
