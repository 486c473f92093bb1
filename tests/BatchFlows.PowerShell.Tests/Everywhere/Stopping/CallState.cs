using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What a command may be waiting for when it is to end.</summary>
/// <param name="Name">What that is.</param>
/// <param name="Script">Has the next command wait for that.</param>
/// <param name="IsReached">True once it does, as far as can be seen.</param>
/// <param name="HoldsConnection">True when a connection is in use meanwhile.</param>
internal sealed record CallState(string Name, string Script, Func<Traffic, bool> IsReached, bool HoldsConnection)
{
    public const string Token = "a token";

    public static readonly IReadOnlyList<CallState> All =
    [
        new(Token, "$sandbox.Service.ExpireTokens(); $sandbox.Service.InjectTokenFault('Hang', 100)",
            traffic => traffic.TokenCalls > 0, true),
        new("an answer", "$sandbox.Service.InjectFault('Hang', 100)", traffic => traffic.InFlight > 0, true),
        new(
            "the rest of an answer",
            "$sandbox.Service.DripInterval = '01:00'; $sandbox.Service.InjectFault('SlowDrip', 100)",
            traffic => traffic.Calls > 0 && traffic.InFlight == 0,
            true),
        new(
            "another attempt",
            "$sandbox.Service.InjectFault('TooManyRequestsWithSeconds', 100)",
            traffic => traffic.Calls > 0 && traffic.InFlight == 0,
            false),
        new(
            "its turn",
            "$sandbox | Connect-BatchFlow -Name slow -MaxRequestsPerSecond 0.01 -SkipAuthentication; "
                + "Get-BatchFlowDirectory | ForEach-Object Name",
            _ => true,
            false),
    ];

    /// <summary>The names of all.</summary>
    public static TheoryData<string> Names() => [.. All.Select(state => state.Name)];
}
