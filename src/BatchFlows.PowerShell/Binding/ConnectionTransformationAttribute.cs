using System;
using System.Management.Automation;
using BatchFlows.Connections;

namespace BatchFlows.Binding;

/// <summary>
/// Refuses what is no connection, and says why a connection that came from a job cannot be used. The engine's own error
/// would name a type that no user knows.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Deserialized = "Deserialized.BatchFlows." + nameof(FlowConnection);

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = FlowIds.Unwrap(inputData);
        if (value is null or IConvertible or FlowConnection or ConnectionReference) return inputData;
        var message = PSObject.AsPSObject(inputData).TypeNames.Contains(Deserialized)
            ? $"The connection '{inputData}' is of another process, and its secret key stayed there. Run "
                + "Connect-BatchFlow in this one, or specify the name of a profile (Set-BatchFlowProfile)."
            : $"'{inputData}' is not a connection. Specify one of Get-BatchFlowConnection, or its name.";

        // This kind of cause tells the engine to look for a property of the object that names one.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
