using System;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Tells a person who is asked, or wants to know by -WhatIf, who feels a change of a flow first.</summary>
internal static class ImpactWarning
{
    /// <param name="definitionsFor">The definitions of all flows, read once per command.</param>
    /// <returns>True, because the change can be made all the same.</returns>
    public static bool Foresee(
        this ServiceCommand command, Item item, FlowReference flow, ImpactCause cause,
        Func<FlowClient, AllDefinitions> definitionsFor)
    {
        if (item.Failure is not null) return true;
        string? warning;
        try
        {
            warning = command.Wait(
                stop => new ForeseenImpact(definitionsFor(item.Client)).OfAsync(flow.Id, cause, stop));
        }
        catch (FlowException e)
        {
            warning = $"Who waits for flow {flow} could not be searched. {e.Message}";
        }

        if (warning.Length > 0) command.WriteWarning(warning);
        return true;
    }
}
