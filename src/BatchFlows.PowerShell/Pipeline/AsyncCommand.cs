using System;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Threading;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Client;
using BatchFlows.Errors;
using BatchFlows.Files;

namespace BatchFlows.Pipeline;

/// <summary>
/// A command that waits for calls. It ends at once when the pipeline stops, and cancels its calls when it ends.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private bool? _isVerbose;

    private protected PipelineThread PipelineThread { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Also called when a later command wants no more objects, which does not stop the pipeline.
        Leave();
        PipelineThread.Stop();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => PipelineThread.Stop();

    /// <summary>Called when the command has ended, however it did.</summary>
    private protected virtual void Leave()
    {
    }

    /// <summary>The places for calls: one for each that may be under way.</summary>
    private protected virtual SemaphoreSlim? Places => null;

    /// <summary>A client that writes its attempts to the verbose stream, if that is shown.</summary>
    private protected FlowClient ClientFor(FlowConnection connection)
    {
        _isVerbose ??= IsVerbose();
        return new FlowClient(
            connection,
            _isVerbose == true ? line => PipelineThread.Post(() => WriteVerbose(line)) : null,
            Places,
            pause => PipelineThread.Post(() => NotePause(pause)));
    }

    /// <summary>Called before a call is repeated, with the time until then.</summary>
    private protected virtual void NotePause(TimeSpan pause)
    {
    }

    /// <summary>Ends the command because of what the user typed.</summary>
    /// <param name="why">What is wrong and what to type instead.</param>
    /// <param name="target">The value; null when there is none.</param>
    [DoesNotReturn]
    private protected void Refuse(string why, object? target = null)
    {
        ThrowTerminatingError(ErrorRecords.InvalidArgument(why, target));
        throw new InvalidOperationException(why);
    }

    /// <summary>The full path in the file system; a path outside of it ends the command.</summary>
    private protected string Resolve(string path)
    {
        try
        {
            return FilePath.Resolve(SessionState, path);
        }
        catch (FlowException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, path));
            throw;
        }
    }

    /// <summary>A time zone of this machine, or of the form <c>GMT+8</c>; an unknown name ends the command.</summary>
    private protected TimeZoneInfo ZoneNamed(string name)
    {
        if (new ServerZone(name).Offset is { } offset) return ZoneClock.OfOffset(offset);
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            Refuse($"Time zone '{name}' is unknown on this machine. Specify one such as Europe/Berlin.", name);
            throw;
        }
    }

    private bool IsVerbose() => MyInvocation.BoundParameters.TryGetValue("Verbose", out var asked)
        ? ((SwitchParameter)asked).ToBool()
        : GetVariableValue(
            "VerbosePreference", ActionPreference.SilentlyContinue) is not ActionPreference.SilentlyContinue;
}
