using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace BatchFlows.PowerShell.Tests;

/// <summary>A runspace of the real engine with the staged module, and what scripts leave on its streams.</summary>
public sealed class Engine : IDisposable
{
    private readonly EngineRunspace _runspace;
    private readonly bool _isUsedAgain;
    private bool _isDisposed;

    public Engine()
        : this(new EngineRunspace(), isUsedAgain: false)
    {
    }

    private Engine(EngineRunspace runspace, bool isUsedAgain) => (_runspace, _isUsedAgain) = (runspace, isUsedAgain);

    public Runspace Runspace => _runspace.Runspace;

    /// <summary>
    /// Number of the choice that is made when the user is asked, the first of which is yes; null where nobody can be
    /// asked.
    /// </summary>
    public int? Answer { set => _runspace.Host.Answer = value; }

    /// <summary>What the user was asked.</summary>
    public IReadOnlyList<string> Questions => _runspace.Host.Questions;

    public const string AccessKey = "11111111-2222-3333-4444-555555555555";
    public const string SecretKey = "66666666-7777-8888-9999-000000000000";

    /// <summary>Starts a sandbox with keys that tests know.</summary>
    public const string StartSandbox = "$sandbox = & { $secret = [securestring]::new(); foreach ($c in '" + SecretKey
        + "'.ToCharArray()) { $secret.AppendChar($c) }; Start-BatchFlowSandbox -AccessKey '" + AccessKey
        + "' -SecretKey $secret }";

    /// <summary>An engine that is connected to a sandbox of its own, which is in <c>$sandbox</c>.</summary>
    public static Engine WithSandbox(int retries = 4)
    {
        var engine = new Engine(EngineRunspace.Take(), isUsedAgain: true);
        var result = engine.Run(
            StartSandbox,
            $"$sandbox | Connect-BatchFlow -Name sandbox -MaximumRetryCount {retries}");
        Assert.Empty(result.Errors);
        return engine;
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (_isUsedAgain) _runspace.GiveBack();
        else _runspace.Dispose();
    }

    /// <summary>
    /// Runs scripts one after the other, each as typed on a line of its own; a terminating error is one of the errors.
    /// </summary>
    public Result Run(params string[] scripts)
    {
        var result = new Result();
        foreach (var script in scripts)
        {
            using var shell = System.Management.Automation.PowerShell.Create(Runspace);
            shell.AddScript(script);
            var output = new List<PSObject>(); // it keeps what was written before a terminating error
            try
            {
                shell.Invoke(input: null, output);
            }
            catch (RuntimeException e)
            {
                result.Errors.Add(e.ErrorRecord);
            }

            result.Output.AddRange(output);
            result.Errors.AddRange(shell.Streams.Error);
            result.Messages.AddRange(shell.Streams.Verbose.Select(m => m.Message));
            result.Messages.AddRange(shell.Streams.Debug.Select(m => m.Message));
            result.Messages.AddRange(shell.Streams.Warning.Select(m => m.Message));
            result.Messages.AddRange(shell.Streams.Information.Select(m => $"{m}"));
            result.Progress.AddRange(shell.Streams.Progress.Select(m => $"{m}"));
        }

        return result;
    }

    /// <summary>What the host was given to show since the last time.</summary>
    public string TakeText() => _runspace.Host.TakeText();

    /// <summary>What the console would show.</summary>
    public string Show(string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(Runspace);
        shell.AddScript(script).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Invoke();
        return _runspace.Host.TakeText();
    }

    [ModuleInitializer]
    internal static void SetProcess()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Environment.SetEnvironmentVariable("BATCHFLOWS_PROFILE", null);
        // Profiles of tests must not be among the user's.
        Environment.SetEnvironmentVariable(
            "XDG_CONFIG_HOME", Directory.CreateTempSubdirectory("batchflows-profiles-").FullName);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        foreach (var name in EnvironmentTests.Variables) Environment.SetEnvironmentVariable(name, null);
    }
}

/// <summary>What scripts wrote.</summary>
public sealed class Result
{
    public List<PSObject> Output { get; } = [];

    public List<ErrorRecord> Errors { get; } = [];

    /// <summary>What is verbose, for debugging, a warning or information.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>A busy machine shows some where an idle one has none to show.</summary>
    public List<string> Progress { get; } = [];

    public ErrorRecord Error => Assert.Single(Errors);

    /// <summary>The output as text, one for each object.</summary>
    public IEnumerable<string> Texts => Output.Select(o => $"{o}");
}
