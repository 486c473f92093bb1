using System;
using System.Management.Automation;
using System.Reflection;
using BatchFlows.Client;

namespace BatchFlows.Pipeline;

/// <summary>
/// Has a person confirm each change through a protected connection. It alone makes clients whose changes are confirmed, so a command that
/// forgot it would have its changes refused.
/// </summary>
internal sealed class Protection
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>The client to make a change with, after ShouldProcess; null when it is not to be made.</summary>
    /// <param name="command">The command, which asks.</param>
    /// <param name="client">A client of the connection.</param>
    /// <param name="question">What is to be done.</param>
    /// <param name="isForced">True when -Force is given.</param>
    public FlowClient? ClientFor(PSCmdlet command, FlowClient client, string question, bool isForced)
    {
        if (!client.Connection.IsProtected) return client;
        if (isForced || HasAsked(command)) return client.Confirmed();
        try
        {
            var caption = $"The connection '{client.Connection.Name}' is protected";
            return command.ShouldContinue(question, caption, hasSecurityImpact: true, ref _yesToAll, ref _noToAll) ? client.Confirmed() : null;
        }
        catch (Exception e) when (e is not (PipelineStoppedException or FlowControlException))
        {
            // Nobody can be asked here, which hosts tell by any exception. The connection refuses the change.
            return client;
        }
    }

    /// <summary>True when ShouldProcess has asked the user, who said yes.</summary>
    private static bool HasAsked(PSCmdlet command)
    {
        if (command.MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)) return (SwitchParameter)confirm;
        var impact = command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact;
        return LanguagePrimitives.TryConvertTo<ConfirmImpact>(command.GetVariableValue("ConfirmPreference"), out var preference)
            && preference != ConfirmImpact.None && preference <= impact;
    }
}
