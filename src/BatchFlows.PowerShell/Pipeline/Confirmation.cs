using System;
using System.Management.Automation;
using System.Reflection;

namespace BatchFlows.Pipeline;

/// <summary>
/// Asks before a change, as -WhatIf and -Confirm require, and for each change through a protected connection. Only this
/// class creates confirmed clients, so a command that bypasses it has its changes refused.
/// </summary>
internal sealed class Confirmation(PSCmdlet command)
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>The item to make a change with; null when it must not be made.</summary>
    /// <param name="item">What is changed.</param>
    /// <param name="what">What is changed, in words.</param>
    /// <param name="action">The change, in words.</param>
    /// <param name="isForced">True when -Force is given.</param>
    public Item? Ask(Item item, string what, string action, bool isForced) =>
        IsAnswered(isForced) || command.ShouldProcess(what + Through(item), action)
            ? AskPerson(item, $"{action}: {what}", isForced)
            : null;

    /// <summary>The item to make a change with; null when it must not be made.</summary>
    /// <param name="item">What is changed.</param>
    /// <param name="sentence">The change and what is changed, in words.</param>
    /// <param name="isForced">True when -Force is given.</param>
    public Item? Ask(Item item, string sentence, bool isForced) =>
        IsAnswered(isForced) || command.ShouldProcess(
            sentence + Through(item), sentence + Through(item), command.MyInvocation.MyCommand.Name)
                ? AskPerson(item, sentence, isForced)
                : null;

    /// <summary>True when a person reads about the change before it is made, or in place of it.</summary>
    public bool IsRead(Item item, bool isForced) =>
        IsWhatIf() || (HasAsked() && !IsAnswered(isForced))
            || (item.Failure is null && item.Client.Connection.IsProtected && !isForced);

    private static string Through(Item item) =>
        item.Failure is null ? $" (connection '{item.Client.Connection.Name}')" : "";

    /// <summary>-Force answers the question of the engine, unless -Confirm wants it.</summary>
    private bool IsAnswered(bool isForced) => isForced && !IsWhatIf() && HasAsked()
        && !command.MyInvocation.BoundParameters.ContainsKey("Confirm");

    public bool IsWhatIf() => LanguagePrimitives.IsTrue(
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var asked)
            ? asked
            : command.GetVariableValue("WhatIfPreference"));

    private Item? AskPerson(Item item, string question, bool isForced)
    {
        if (item.Failure is not null || !item.Client.Connection.IsProtected) return item;
        if (isForced || HasAsked()) return item.Confirmed();
        try
        {
            var caption = $"The connection '{item.Client.Connection.Name}' is protected";
            return command.ShouldContinue(question, caption, hasSecurityImpact: true, ref _yesToAll, ref _noToAll)
                ? item.Confirmed()
                : null;
        }
        catch (Exception e) when (e is not (PipelineStoppedException or FlowControlException))
        {
            // The host cannot prompt (hosts report that with various exceptions); the connection will refuse the
            // change.
            return item;
        }
    }

    /// <summary>True when ShouldProcess asks the user.</summary>
    private bool HasAsked()
    {
        if (command.MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm))
            return (SwitchParameter)confirm;
        var impact = command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact;
        return LanguagePrimitives.TryConvertTo<ConfirmImpact>(
            command.GetVariableValue("ConfirmPreference"), out var preference)
            && preference != ConfirmImpact.None && preference <= impact;
    }
}
