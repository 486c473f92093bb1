using System;
using System.Management.Automation;
using BatchFlows.Client;

namespace BatchFlows.Pipeline;

/// <summary>A command that waits for calls: it ends at once when the pipeline stops, and leaves none behind when it ends.</summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private bool? _isVerbose;

    private protected PipelineThread PipelineThread { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Also reached when a later command wants no more objects, which does not stop the pipeline.
        PipelineThread.Stop();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => PipelineThread.Stop();

    /// <summary>A client whose attempts are told on the verbose stream, when somebody reads that.</summary>
    private protected FlowClient ClientFor(FlowConnection connection)
    {
        _isVerbose ??= IsVerbose();
        return new FlowClient(connection, _isVerbose == true ? line => PipelineThread.Post(() => WriteVerbose(line)) : null);
    }

    private bool IsVerbose() => MyInvocation.BoundParameters.TryGetValue("Verbose", out var asked)
        ? ((SwitchParameter)asked).ToBool()
        : GetVariableValue("VerbosePreference", ActionPreference.SilentlyContinue) is not ActionPreference.SilentlyContinue;
}
