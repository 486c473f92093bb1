using System;
using System.Management.Automation;
using BatchFlows.Connections;

namespace BatchFlows.Binding;

/// <summary>
/// Refuses any value that is not a connection, and explains why a connection from a job cannot be used. The engine's
/// own error would name a type that no user knows.
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

        // With this inner exception, the binder looks for a property of the object that names a connection.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
