using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace BatchFlows.Shell;

/// <summary>What the engine needs to know of the program that runs it.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleUserInterface _ui = new();

    /// <summary>What a script gave to <c>exit</c>; null while none did.</summary>
    public int? ExitCode { get; private set; }

    public bool HasWrittenError => _ui.HasWrittenError;

    public override string Name => "BatchFlows.Shell";

    public override Version Version => typeof(ConsoleHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _ui;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new InvalidOperationException("This console has no nested prompt.");

    public override void ExitNestedPrompt() => throw new InvalidOperationException("This console has no nested prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
