using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>Tables of the shell: hashtables, dictionaries of any type, bound parameters.</summary>
internal static class Tables
{
    /// <summary>The entries in their order, without what the shell wraps around values; null for no table.</summary>
    public static Dictionary<string, object?>? Read(object? given)
    {
        var value = FlowIds.Unwrap(given);
        if (value is IDictionary table)
            return ToDictionary(table.Keys.Cast<object>().Select(key => ((object?)key, (object?)table[key])));
        return value is not null && value.GetType().GetInterfaces().Any(IsDictionary)
            ? ToDictionary(((IEnumerable)value).Cast<object>().Select(PSObject.AsPSObject)
                .Select(entry => ((object?)entry.Properties["Key"].Value, (object?)entry.Properties["Value"].Value)))
            : null;
    }

    /// <summary>A value without what the shell wraps around it.</summary>
    public static object? Plain(object? value) => ReferenceEquals(value, AutomationNull.Value) ? null
        : FlowIds.Unwrap(value) is SwitchParameter flag ? flag.IsPresent
        : FlowIds.Unwrap(value);

    /// <summary>Why a table does not consist of names and single values; null when it does.</summary>
    public static string? ProblemOf(IDictionary? table)
    {
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            if (PlainText.Of(entry.Value) is null)
                return $"The value of '{entry.Key}' is of type {entry.Value!.GetType().Name}. Specify a single value, "
                    + "such as a text or a number.";
        }

        return null;
    }

    private static bool IsDictionary(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IDictionary<,>)
            || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    private static Dictionary<string, object?> ToDictionary(IEnumerable<(object? Key, object? Value)> entries)
    {
        var result = new Dictionary<string, object?>();
        foreach (var (key, value) in entries) result[PlainText.Of(Plain(key)) ?? $"{key}"] = Plain(value);
        return result;
    }
}
