namespace BatchFlows.Connections;

/// <summary>Why a session has no connection to use. Each message says how to make one.</summary>
internal static class NotConnected
{
    public static FlowException Closed(string name) =>
        new(FailureKind.NotConnected, $"The connection '{name}' was closed.");

    public static FlowException NoneNamed(string name) => new(
        FailureKind.NotConnected,
        $"No connection named '{name}' was found in this session.",
        remedy: "Get-BatchFlowConnection lists them, Connect-BatchFlow -Name makes one.");

    /// <param name="variables">The environment variables that describe a connection.</param>
    /// <param name="missing">Those that are not set.</param>
    public static FlowException NoVariables(string[] variables, string[] missing) => missing.Length == variables.Length
        ? new(
            FailureKind.NotConnected,
            "There is no connection.",
            remedy: $"Run Connect-BatchFlow first, or set the environment variables {string.Join(", ", variables)}.")
        : new(
            FailureKind.NotConnected,
            "There is no connection, and the environment variables do not describe one: "
                + $"{string.Join(", ", missing)} not set.",
            remedy: "Set what is missing, or run Connect-BatchFlow.");
}
