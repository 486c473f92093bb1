using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Network;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>A cell of the matrix: a call of an operation that meets a fault.</summary>
/// <param name="IsAlways">The fault never ends; otherwise it happens once.</param>
/// <param name="IsToken">It happens to the request for the token that the call needs.</param>
internal sealed record FaultCell(FaultRow Row, string Operation, bool IsAlways, bool IsToken)
{
    /// <summary>The fault that only a secure connection can have.</summary>
    public const string WrongCertificate = "WrongCertificate";

    private const int Always = 100;
    private static readonly TimeSpan TimeLimit = new FlowConnectionOptions().OperationTimeout;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>The faults that are no <see cref="SandboxFault"/>, or one of certain circumstances.</summary>
    public static IReadOnlyDictionary<string, Action<SandboxService>> Circumstances { get; } =
        new Dictionary<string, Action<SandboxService>>
        {
            ["Latency"] = service => service.Latency = TimeSpan.FromSeconds(30),
            ["LatencyBeyondLimit"] = service => service.Latency = TimeLimit * 2,
            ["SlowDripWithinLimit"] = service => service.DripInterval = TimeSpan.FromMilliseconds(1),
            ["SlowDrip"] = service => service.DripInterval = TimeLimit / 2.5, // no single wait is as long as the limit
            ["ExpiredTokens"] = service => service.ExpireTokens(),
            ["NewTokens"] = service =>
            {
                service.TokenDelay = TimeSpan.FromMilliseconds(50);
                service.ExpireTokens();
            },
            ["TokenLifetimeMissing"] = service => SetLifetime(service, ""),
            ["TokenLifetimeZero"] = service => SetLifetime(service, "0"),
            ["TokenLifetimeNegative"] = service => SetLifetime(service, "-7200"),
            ["TokenLifetimeText"] = service => SetLifetime(service, "\"soon\""),
            ["TokenLifetimeHuge"] = service => SetLifetime(service, "1e300"),
            ["ClockSkew"] = service => service.ClockSkew = TimeSpan.FromMinutes(20),
            [WrongCertificate] = _ => { },
        };

    private static IEnumerable<string> Reads =>
        Messages.Operations.All.Where(operation => operation.IsReadOnly).Select(operation => operation.Name);

    private FaultOutcome Expected =>
        FaultMatrix.Expected(Row, Operation, Reads.Contains(Operation), IsToken, IsAlways)!.Value;

    /// <summary>All cells of a row: each operation, once and always.</summary>
    public static IEnumerable<FaultCell> Of(string fault, bool isToken) =>
        OperationTable.Errors.Keys.SelectMany(operation => Of(fault, operation, isToken));

    public static IEnumerable<FaultCell> Of(string fault, string operation, bool isToken)
    {
        var row = FaultMatrix.Row(fault);
        return [new(row, operation, IsAlways: false, isToken), new(row, operation, IsAlways: true, isToken)];
    }

    /// <summary>Checks cells, each in a lab of its own, and names all in which something is wrong.</summary>
    public static async Task CheckAsync(IEnumerable<FaultCell> cells, Func<Task<FaultLab>> open)
    {
        var problems = new List<string>();
        foreach (var cell in cells)
        {
            using var lab = await open();
            problems.AddRange(await cell.FindProblemsAsync(lab));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    public override string ToString() =>
        $"{Operation} x {Row}{(IsToken ? " of the token" : "")}, {(IsAlways ? "always" : "once")}";

    /// <summary>Makes the call, and tells what is other than expected.</summary>
    private async Task<IEnumerable<string>> FindProblemsAsync(FaultLab lab)
    {
        if (!IsToken && Row.Fault != WrongCertificate) await lab.RunAsync(() => lab.Client.AuthenticateAsync());
        lab.Service.ResetCounters();
        Inject(lab.Service);
        var started = lab.Clock.GetUtcNow();
        var failure = await Record.ExceptionAsync(() => lab.RunAsync(() => lab.Scene.Calls[Operation](lab.Client)));
        var elapsed = lab.Clock.GetUtcNow() - started;
        var arrivals = lab.Service.CallCounts.GetValueOrDefault(Operation);
        var tokens = lab.Service.TokenRequestCount;
        var isDone = Expected.Kind is null || (Row.IsDone && !IsToken);
        var state = isDone ? await lab.Scene.DoneAsync(Operation) : lab.Scene.Untouched;
        return Problems().Select(problem => $"{this}: {problem}");

        IEnumerable<string> Problems()
        {
            if (failure is not (null or FlowServiceException)) yield return failure.ToString();
            var told = failure as FlowServiceException;
            var outcome = new FaultOutcome(told?.Kind, told?.Attempts ?? (int)(IsToken ? tokens : arrivals));
            if (outcome != Expected) yield return $"{outcome}, and not {Expected}: {failure?.Message}";
            if (!IsToken && arrivals != Arrivals(Expected.Attempts)) yield return $"arrived {arrivals} times";
            if (IsToken && tokens != Arrivals(Expected.Attempts)) yield return $"asked for a token {tokens} times";
            if (IsToken && arrivals != (Expected.Kind is null ? 1 : 0)) yield return $"arrived {arrivals} times";
            if (FaultScene.StateOf(lab.Service) != state && !(isDone && Operation == FaultMatrix.Draft))
                yield return isDone ? "not done, or not once" : "changed something";
            if (lab.TellsTime && elapsed > Expected.Attempts * TimeLimit + (Expected.Attempts - 1) * LongestDelay)
                yield return $"took {elapsed}";
            if (lab.Service.InFlight > 0) yield return "left a call behind";
            if (told is null) yield break;
            if (told.Message.Any(char.IsControl) || told.Message.Length > 2000) yield return "shows text as it came";
            var says = IsToken ? Row.TokenSays : outcome.IsUnknownRepeat && !IsAlways ? Row.RepeatSays : Row.Says;
            if (!told.Message.Contains(says, StringComparison.Ordinal))
                yield return $"does not say '{says}': {told.Message}";
            if (told.HttpStatus is { } status
                && !(told.Codes.Contains($"HTTP {(int)status}", StringComparison.Ordinal)
                    && told.Message.EndsWith(told.Codes, StringComparison.Ordinal)))
                yield return $"does not end with its codes: {told.Message}";
            if (told.Operation != Operation) yield return $"names {told.Operation}";
        }
    }

    private void Inject(SandboxService service)
    {
        if (Circumstances.TryGetValue(Row.Fault, out var set)) set(service);
        if (Enum.TryParse<SandboxFault>(Row.Fault.Replace("WithinLimit", "", StringComparison.Ordinal), out var fault))
        {
            var count = IsAlways ? Always : 1;
            if (IsToken) service.InjectTokenFault(fault, count);
            else service.InjectFault(fault, count, Operation);
        }
    }

    private static void SetLifetime(SandboxService service, string json)
    {
        service.TokenLifetimeText = json;
        service.ExpireTokens();
    }

    private int Arrivals(int attempts) => Row.Fault == WrongCertificate ? 0 : attempts;
}
