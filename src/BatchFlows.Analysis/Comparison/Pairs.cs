using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Comparison;

/// <summary>The items of two lists that have the same name, in the order of their names.</summary>
internal static class Pairs
{
    /// <summary>
    /// Of several items with one name, those with the same text are left out, because they are equal; the others are
    /// paired in the order of their texts.
    /// </summary>
    /// <returns>The default of the type in the place of an item that only one list has.</returns>
    public static IEnumerable<(string Name, T? Reference, T? Difference)> ByName<T>(
        IEnumerable<T> reference, IEnumerable<T> difference, Func<T, string> nameOf, Func<T, string> textOf)
    {
        var references = reference.ToLookup(nameOf, StringComparer.Ordinal);
        var differences = difference.ToLookup(nameOf, StringComparer.Ordinal);
        return references.Concat(differences).Select(same => same.Key).Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .SelectMany(name => OfOneName([.. references[name]], [.. differences[name]], textOf)
                .Select(pair => (name, pair.Reference, pair.Difference)));
    }

    private static IEnumerable<(T? Reference, T? Difference)> OfOneName<T>(
        T[] references, T[] differences, Func<T, string> textOf)
    {
        if (references.Length > 1 || differences.Length > 1)
        {
            (references, differences) =
                (Without(references, differences, textOf), Without(differences, references, textOf));
        }

        for (var i = 0; i < Math.Max(references.Length, differences.Length); i++)
            yield return (references.ElementAtOrDefault(i), differences.ElementAtOrDefault(i));
    }

    private static T[] Without<T>(T[] items, T[] others, Func<T, string> textOf)
    {
        var left = others.GroupBy(textOf).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. items.Select(item => (Item: item, Text: textOf(item)))
                .Where(pair => !left.TryGetValue(pair.Text, out var count) || (left[pair.Text] = count - 1) < 0)
                .OrderBy(pair => pair.Text, StringComparer.Ordinal).Select(pair => pair.Item),
        ];
    }
}
