using System;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>
/// Puts a run's values in place of names such as <c>${region}</c>. Values may hold names themselves, so that a few that
/// name each other would fill the memory; beyond a bound there is a command that fails instead.
/// </summary>
internal static class Placeholders
{
    /// <summary>What a system takes for an argument at most, in characters.</summary>
    private const int Longest = 128 * 1024;

    private const string TooLong = "echo 'The parameters make the command longer than 131072 characters.'; exit 126";

    /// <param name="text">The text with names.</param>
    /// <param name="parameters">
    /// JSON text of an array of keys and values; a value may itself name the business date.
    /// </param>
    /// <param name="businessDate">The value of <c>${cal_dt}</c>.</param>
    public static string Fill(string text, string parameters, string businessDate)
    {
        if (text.IndexOf("${", StringComparison.Ordinal) < 0) return text;
        var values = JsonReading.Parse(parameters);
        if (values.ValueKind == JsonValueKind.Array)
        {
            foreach (var pair in values.EnumerateArray())
            {
                if (Replace(text, "${" + pair.AnyText("key") + "}", pair.AnyText("value")) is not { } filled)
                    return TooLong;
                text = filled;
            }
        }

        return Replace(text, "${cal_dt}", businessDate) ?? TooLong;
    }

    /// <returns>The text with the value; null when it would be too long.</returns>
    private static string? Replace(string text, string name, string value)
    {
        var parts = text.Split([name], StringSplitOptions.None);
        if (parts.Length == 1) return text;
        var length = text.Length + ((parts.Length - 1L) * (value.Length - name.Length));
        return length > Longest ? null : string.Join(value, parts);
    }
}
