using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Failures;

namespace BatchFlows.Connections;

/// <summary>Why a session has no connection to use. Each message says how to make one.</summary>
internal static class NotConnected
{
    // Only where it helps: another runspace of this process has a connection that can be taken along.
    private static string InParallel => Session.HasOtherConnections
        ? " In a thread job or ForEach-Object -Parallel, use -Connection $using:connection, with $connection = "
            + "Get-BatchFlowConnection set before it."
        : "";

    public static FlowException Closed(string name) =>
        new(FailureKind.NotConnected, $"The connection '{name}' was closed.");

    public static FlowException NoneNamed(string name, IEnumerable<FlowConnection> open) => new(
        FailureKind.NotConnected,
        FlowException.Join(
            $"No connection named '{name}' was found in this session.",
            NearNames.Ask(name, open.Select(connection => connection.Name).Concat(ProfileConnections.Names()))),
        remedy: "List the open ones with Get-BatchFlowConnection and the saved ones with Get-BatchFlowProfile, or make "
            + $"one with Connect-BatchFlow -Name {PastedText.Of(name)}.{InParallel}");

    /// <param name="known">Names of all profiles.</param>
    public static FlowException NoProfile(string name, IEnumerable<string> known) => new(
        FailureKind.ProfileNotFound,
        FlowException.Join($"No profile named '{name}' was found.", NearNames.Ask(name, known)));

    /// <param name="known">Names of all profiles.</param>
    public static FlowException NoProfileOfEnvironment(string variable, string name, IEnumerable<string> known) => new(
        FailureKind.NotConnected,
        FlowException.Join(
            $"The environment variable {variable} names the profile '{name}', which was not found.",
            NearNames.Ask(name, known)),
        remedy: "List the profiles with Get-BatchFlowProfile.");

    /// <param name="variables">The environment variables that describe a connection.</param>
    /// <param name="missing">Those that are not set.</param>
    public static FlowException NoVariables(string[] variables, string[] missing) => missing.Length == variables.Length
        ? new(
            FailureKind.NotConnected,
            "There is no connection.",
            remedy: $"Run Connect-BatchFlow first, or set the environment variables {string.Join(", ", variables)}, or "
                + $"{ProfileConnections.Variable} to the name of a profile.{InParallel}")
        : new(
            FailureKind.NotConnected,
            "There is no connection, and the environment variables do not describe one: "
                + $"{string.Join(", ", missing)} not set.",
            remedy: "Set what is missing, or run Connect-BatchFlow.");
}
