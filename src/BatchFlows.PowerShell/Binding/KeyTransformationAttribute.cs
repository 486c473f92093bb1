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
        if (value is string { Length: > 0 } key) return key;
        if (value is null or IConvertible || PSObject.AsPSObject(item).Properties[Name] is not { } property)
        {
            // This kind of cause tells the engine to try another parameter: the object may carry that one's key.
            var message = $"'{item}' is no {Name} and carries none.";
            throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
        }

        return Convert.ToString(FlowIds.Unwrap(property.Value), CultureInfo.InvariantCulture) is { Length: > 0 } carried
            ? carried
            : throw new ArgumentTransformationMetadataException($"The {Name} of '{item}' is empty.");
    }
}
