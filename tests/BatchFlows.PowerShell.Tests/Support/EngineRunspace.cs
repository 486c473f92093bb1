using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A runspace with the staged module and the host that shows it. One costs more than most tests do in it, so that those
/// that can be cleared are used again.
/// </summary>
internal sealed class EngineRunspace : IDisposable
{
    private static readonly ConcurrentBag<EngineRunspace> Spare = [];

    private readonly Dictionary<string, object?> _variables;

    public EngineRunspace()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Paths.Manifest);
        state.ThrowOnRunspaceOpenError = true;
        Runspace = RunspaceFactory.CreateRunspace(Host, state);
        Runspace.Open();
        _variables = VariableNames().ToDictionary(name => name, Runspace.SessionStateProxy.GetVariable);
    }

    public TextHost Host { get; } = new();

    public Runspace Runspace { get; }

    /// <summary>One that is as good as new.</summary>
    public static EngineRunspace Take() => Spare.TryTake(out var spare) ? spare : new EngineRunspace();

    /// <summary>Closes all that is open, forgets all that was set, and keeps the runspace for the next test.</summary>
    public void GiveBack()
    {
        if (Runspace.RunspaceAvailability == RunspaceAvailability.Available && IsCleared()) Spare.Add(this);
        else Dispose();
    }

    public void Dispose() => Runspace.Dispose();

    private bool IsCleared()
    {
        using var shell = System.Management.Automation.PowerShell.Create(Runspace);
        shell.AddScript(
            "Get-BatchFlowConnection | Disconnect-BatchFlow; Get-BatchFlowSandbox | Stop-BatchFlowSandbox; "
                + "$Error.Clear()");
        shell.Invoke();
        // ResetRunspaceState would leave a $? that is true whatever happens.
        foreach (var name in VariableNames().Except(_variables.Keys))
            Runspace.SessionStateProxy.PSVariable.Remove(name);
        foreach (var (name, value) in _variables.Where(
            variable => variable.Key.EndsWith("Preference", StringComparison.Ordinal)))
            Runspace.SessionStateProxy.SetVariable(name, value);
        Host.Clear();
        return !shell.HadErrors;
    }

    private List<string> VariableNames() => [.. Runspace.SessionStateProxy.InvokeProvider.ChildItem
        .GetNames("Variable:", ReturnContainers.ReturnMatchingContainers, recurse: false)];
}
