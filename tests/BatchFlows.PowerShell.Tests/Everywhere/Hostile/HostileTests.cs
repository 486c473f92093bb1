using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Whatever is passed to a command, and whatever the service answers: what a user sees is an error of ours or of the
/// binding of parameters, without a raw escape sequence. <c>BATCHFLOWS_HOSTILE_TRIES</c> asks for more tries than fit
/// into the time of all tests.
/// </summary>
public sealed partial class HostileTests : IDisposable
{
    private static readonly int? MoreTries =
        int.TryParse(Environment.GetEnvironmentVariable("BATCHFLOWS_HOSTILE_TRIES"), out var tries) ? tries : null;

    /// <summary>They would wait for somebody, or for long; or write where they are told to.</summary>
    private static readonly HashSet<string> Left =
        ["Wait", "Follow", "Confirm", "ProgressAction", "OutVariable", "PipelineVariable", "ErrorVariable",
            "WarningVariable",
            "InformationVariable", "OutBuffer", "ErrorAction", "WarningAction", "InformationAction", "Verbose", "Debug",
            "TimeoutSeconds", "LatencyMilliseconds", "Flows", "Proxy", "Count", "Speed"];

    private readonly Engine _engine = Engine.WithSandbox(retries: 0);
    private readonly TemporaryFolder _folder = new();
    private readonly HostileGateway _gateway;

    public HostileTests()
    {
        var sandbox = _engine.Run("$sandbox").Output.Single();
        _gateway = new HostileGateway((Uri)sandbox.Properties["Gateway"].Value);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a", "b"));
        Assert.Empty(_engine.Run(
            $"[void]$ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}/a/b')",
            "$keys = [pscredential]::new($sandbox.Service.AccessKey, $sandbox.Service.SecretKey)",
            $"$hostile = Connect-BatchFlow {_gateway.Address} $sandbox.OrganizationId $sandbox.UserId $keys "
                + "-MaximumRetryCount 0 -Name hostile -PassThru",
            "$runs = Get-BatchFlowInstance; $definition = Export-BatchFlow 3001; $flow = Get-BatchFlow 3001").Errors);
    }

    public static IEnumerable<TheoryDataRow<string>> Commands() =>
        CommandSamples.All.Select(sample => sample.Command).Distinct().Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_error_is_raw(string command)
    {
        var parameters = _engine.Run($"(Get-Command {command}).Parameters.Values")
            .Output.Select(parameter => (ParameterMetadata)parameter.BaseObject)
            .Where(parameter => !Left.Contains(parameter.Name)).ToList();
        // The same ones each time, but when more are asked for.
        var seed = MoreTries is null ? 1 : Environment.TickCount;
        for (var number = 0; number < (MoreTries ?? 8); number++)
            Try(command, parameters, new Random(seed + number), seed + number);
    }

    public void Dispose()
    {
        _engine.Dispose();
        _gateway.Dispose();
        _folder.Dispose();
    }

    private void Try(string command, List<ParameterMetadata> parameters, Random random, int seed)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_engine.Runspace);
        shell.AddCommand(command);
        List<string> line = [command];
        foreach (var parameter in parameters.OrderBy(_ => random.Next()).Take(random.Next(4)))
        {
            var value = ValueFor(parameter, random);
            shell.AddParameter(parameter.Name, value);
            line.Add($"-{parameter.Name} {Shown(value)}");
        }

        if (command.Contains("Wait", StringComparison.Ordinal)) shell.AddParameter("TimeoutSeconds", 1);
        if (!line.Any(part => part.StartsWith("-Connection", StringComparison.Ordinal))
            && parameters.Any(parameter => parameter.Name == "Connection"))
            shell.AddParameter("Connection", "hostile");

        _gateway.Random = random.Next(2) == 0 ? random : null;
        object?[] input = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, 3).Select(_ => Input(random))];
        var story = $"seed {seed}: {string.Join(", ", input.Select(Shown))} | {string.Join(' ', line)}";
        List<ErrorRecord> errors = [];
        try
        {
            var begun = input.Length > 0
                ? shell.BeginInvoke(new PSDataCollection<object?>(input))
                : shell.BeginInvoke();
            if (!begun.AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(10))) shell.Stop();
            shell.EndInvoke(begun);
        }
        catch (PipelineStoppedException)
        {
            // It went on for long: that is not what is asked here.
        }
        catch (ParameterBindingException e)
        {
            errors.Add(new ErrorRecord(e.ErrorRecord, e)); // the engine's record names another type
        }
        catch (RuntimeException e)
        {
            errors.Add(e.ErrorRecord);
        }

        _gateway.Random = null;
        errors.AddRange(shell.Streams.Error);
        foreach (var error in errors)
        {
            Assert.True(
                IsOurs(error),
                $"{story}\n{error.Exception}\n{error.FullyQualifiedErrorId}\n{_gateway.LastAnswer}");
            Assert.False(
                error.Exception is not ParameterBindingException
                    && (Control().IsMatch(error.ToString()) || Control().IsMatch(error.Exception.Message)),
                $"{story}\n{error}\n{_gateway.LastAnswer}");
        }

        Assert.All(shell.Streams.Warning, warning => Assert.DoesNotMatch(Control(), warning.Message));
    }

    private object? ValueFor(ParameterMetadata parameter, Random random)
    {
        if (parameter.SwitchParameter) return new SwitchParameter(random.Next(2) == 0);
        if (parameter.Name is "Connection" && random.Next(2) == 0) return "hostile";
        return random.Next(4) == 0 ? Input(random) : HostileValues.Any(random);
    }

    /// <summary>What a command before it could have written, or anything else.</summary>
    private object? Input(Random random)
    {
        string[] ours = ["$runs[0]", "$definition", "$flow", "$definition.Tasks[0]", "$hostile", "$sandbox"];
        var number = random.Next(ours.Length + 4);
        return number < ours.Length ? _engine.Run(ours[number]).Output.SingleOrDefault() : HostileValues.Any(random);
    }

    /// <summary>True for a failure of ours, and for an argument that the engine could not bind.</summary>
    private static bool IsOurs(ErrorRecord error)
    {
        var exception = error.Exception;
        return exception switch
        {
            // What a transformation of ours throws is wrapped; all else is said by the engine.
            ParameterBindingException => !error.FullyQualifiedErrorId.StartsWith(
                "ParameterArgumentTransformationError", StringComparison.Ordinal)
                || exception.InnerException is ArgumentTransformationMetadataException or PSArgumentException,
            ArgumentException => error.FullyQualifiedErrorId.Contains("BatchFlows.", StringComparison.Ordinal),
            _ => exception.GetType().FullName!.StartsWith("BatchFlows.", StringComparison.Ordinal),
        };
    }

    private static string Shown(object? value) =>
        value is string text ? $"'{text}'" : $"[{value?.GetType().Name ?? "null"}]{value}";

    [GeneratedRegex("[\\p{Cc}\\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF-[\r\n\t]]")]
    private static partial Regex Control();
}
