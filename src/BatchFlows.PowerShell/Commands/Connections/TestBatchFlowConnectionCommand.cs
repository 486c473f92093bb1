using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Commands;

/// <summary>Checks a connection step by step.</summary>
/// <remarks>
/// The steps are address, TLS, clock, key, signature, user and organisation, rights, and time zone. Each is an object
/// with its result and, if it fails, the next step. Nothing is changed. Connect-BatchFlow -SkipAuthentication makes a
/// connection to test when no token is available.
/// </remarks>
/// <example>
/// Shows every check.
/// <code>Test-BatchFlowConnection</code>
/// </example>
/// <example>
/// Shows what failed and what to do.
/// <code>Test-BatchFlowConnection | Where-Object Passed -eq $false | Format-List</code>
/// </example>
/// <example>
/// Begins a nightly job only if all checks pass.
/// <code>if (Test-BatchFlowConnection -Quiet) { Get-BatchFlow | Export-BatchFlow -Path ./backup -Force }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "BatchFlowConnection", HelpUri = HelpPage.Folder + "Test-BatchFlowConnection.md")]
[OutputType(typeof(ConnectionCheck))]
[OutputType(typeof(bool))]
public sealed class TestBatchFlowConnectionCommand : AsyncCommand
{
    /// <summary>Connection to check, or its name. Default: the connection made last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName", "Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ConnectionTransformation]
    public ConnectionReference? Connection { get; set => field = value is { Name: "" } ? null : value; }

    /// <summary>Returns $true if every check passes, otherwise $false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<ConnectionCheck> checks;
        try
        {
            var client = ClientFor(Session.Current.Find(Connection));
            checks = PipelineThread.Wait(new ConnectionTest(client).RunAsync(PipelineThread.Stopping));
        }
        catch (FlowException e)
        {
            if (Quiet) WriteObject(false);
            else WriteError(ErrorRecords.From(e, Connection?.Name));
            return;
        }

        if (Quiet) WriteObject(checks.All(check => check.Passed));
        else WriteObject(checks, enumerateCollection: true);
    }
}
