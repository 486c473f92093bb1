using System;
using System.Management.Automation;
using BatchFlows.Errors;
using BatchFlows.Model.Failures;

namespace BatchFlows.Pipeline;

/// <content>Errors of items, and how a command ends because of one.</content>
public abstract partial class ServiceCommand
{
    /// <summary>
    /// Writes the error record of an item that failed, and ends the command when no later item can succeed.
    /// </summary>
    internal void WriteFailure(Item item, FlowException failure)
    {
        var record = ErrorRecords.From(failure, item.Target);
        var endsCommand = FailureAttribute.Of(failure.Kind).EndsCommand && !item.HasOwnConnection;
        if (endsCommand || ErrorsEndCommand()) Work.End();
        if (endsCommand) ThrowTerminatingError(record);
        WriteError(record);
    }

    private protected override void Leave()
    {
        TellWhenStopped();
        Work.Leave(waits: false);
    }

    private bool ErrorsEndCommand()
    {
        var isAsked = MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var asked);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(
            isAsked ? asked : GetVariableValue("ErrorActionPreference"), out var preference)
            && preference == ActionPreference.Stop;
    }

    private void WarnAtEnd(string text)
    {
        try
        {
            WriteWarning(text);
        }
        catch (PipelineStoppedException) when (!Stopping)
        {
            // The warning was written; -WarningAction Stop ends the command, which is ending anyway.
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException)
        {
            // The pipeline accepts no more output, but a person may still be looking.
            Host.UI?.WriteWarningLine(text);
        }
    }
}
