using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>Objects of the shell as plain values, and plain values as objects of the shell.</summary>
internal static class PlainObject
{
    private const int MostLevels = 100;

    /// <summary>
    /// Tables and custom objects become tables by name, lists become lists, and any other value is unwrapped.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// They are nested too deeply, as objects are that contain themselves.
    /// </exception>
    public static object? From(object? value) => From(value, level: 0, isJson: false);

    /// <summary>Tables as objects with a property for each entry, lists as lists of these.</summary>
    public static object? ToObjects(object? value) => value switch
    {
        Dictionary<string, object?> table => ToObject(table),
        object?[] list => list.Select(ToObjects).ToArray(),
        _ => value,
    };

    /// <param name="isJson">True in what ConvertFrom-Json read, where a date was ISO text.</param>
    private static object? From(object? value, int level, bool isJson)
    {
        if (level > MostLevels)
            throw new ArgumentException(
                $"Its tables and lists are more than {MostLevels} levels deep, or one of them holds itself.");
        var given = Tables.Plain(value);
        if (Tables.Read(given) is { } table)
        {
            isJson |= given!.GetType().Name == "OrderedHashtable";
            return table.ToDictionary(entry => entry.Key, entry => From(entry.Value, level + 1, isJson));
        }

        return given switch
        {
            string or JsonRecord => given,
            IEnumerable list => list.Cast<object?>().Select(item => From(item, level + 1, isJson)).ToArray(),
            PSObject custom => custom.Properties.ToDictionary(
                property => property.Name, property => From(property.Value, level + 1, isJson: true)),
            DateTime time when isJson => PlainText.OfMoment(time),
            _ => given,
        };
    }

    /// <summary>
    /// A PSObject; a table if its keys cannot be property names because they are empty or differ only in case.
    /// </summary>
    private static object ToObject(Dictionary<string, object?> table)
    {
        var entries = table.Select(entry => new KeyValuePair<string, object?>(entry.Key, ToObjects(entry.Value)))
            .ToList();
        if (table.ContainsKey("")
            || entries.Select(entry => entry.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() < entries.Count)
            return new Hashtable(entries.ToDictionary(entry => (object)entry.Key, entry => entry.Value));
        var result = new PSObject();
        foreach (var entry in entries) result.Properties.Add(new PSNoteProperty(entry.Key, entry.Value));
        return result;
    }
}
