using System;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>Puts a run's values in place of names such as <c>${region}</c>.</summary>
internal static class Placeholders
{
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
                text = text.Replace("${" + pair.AnyText("key") + "}", pair.AnyText("value"));
        }
        return text.Replace("${cal_dt}", businessDate);
    }
}
