using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Converts the values of an ID parameter to text: IDs, and objects that carry a property of the parameter's name.
/// </summary>
/// <param name="name">Name of the parameter and of the property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyTransformationAttribute(string name) : ArgumentTransformationAttribute
{
    /// <summary>Name of the parameter and of the property.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(item => Keys.Read(item, Name)).ToArray();
}
