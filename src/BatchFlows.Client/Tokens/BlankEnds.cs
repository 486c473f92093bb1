using System.Linq;

namespace BatchFlows.Client.Tokens;

/// <summary>
/// Finds blanks and line breaks at the ends of a value, which come from a file, a vault or a paste and are invisible.
/// They are reported and not removed, because they might belong to the value.
/// </summary>
internal static class BlankEnds
{
    /// <returns>What to do about those of a connection; null when there are none.</returns>
    public static string? Remedy(FlowConnection connection) =>
        connection.KeyFault
            ?? Remedy("organisation ID", connection.OrganizationId)
            ?? Remedy("user ID", connection.UserId);

    /// <returns>Null when there are none.</returns>
    public static string? Remedy(string name, string value) =>
        value.Length > 0 && (IsBlank(value[0]) || IsBlank(value.Last()))
            ? $"The {name} {(IsBlank(value[0]) ? "begins" : "ends")} with a blank, a line break or another character "
                + "that is not seen: connect without it (Trim() takes it away)."
            : null;

    private static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '\u200B' or '\u2060' or '\uFEFF';
}
