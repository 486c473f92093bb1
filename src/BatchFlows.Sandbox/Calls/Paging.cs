using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>Cuts one page out of a sorted list. Pages are numbered from 1; one past the end is empty.</summary>
internal static class Paging
{
    private const int DefaultSize = 10;

    /// <param name="list">
    /// The list, in the order that holds where the sorters decide nothing: descending by the field of its order, or
    /// ascending when it is false.
    /// </param>
    /// <param name="body">The body with or without <c>pagination</c>.</param>
    /// <param name="sorters">Values to sort by, under the names of fields in camel case.</param>
    /// <param name="spelling">Which spelling of these names is accepted.</param>
    /// <param name="fault">What goes wrong with the call.</param>
    /// <param name="order">The field by whose values the list comes in order; null when it is by none.</param>
    /// <param name="complaint">The refusal's text for a sorter that is not accepted, from the names that are.</param>
    public static IEnumerable<T> Page<T>(
        Func<bool, IEnumerable<T>> list,
        RequestBody body,
        IReadOnlyDictionary<string, Func<T, IComparable?>> sorters,
        SandboxSorters spelling,
        SandboxFault? fault,
        Func<IEnumerable<string>, string> complaint,
        string? order = null)
    {
        if (body.Part("pagination") is not { } pagination) return list(true).Take(DefaultSize);
        var (page, size) = (pagination.Int("pageNo"), pagination.Int("pageSize"));
        if (page < 1) throw pagination.Refuse("pageNo");
        if (size < 1) throw pagination.Refuse("pageSize");
        IEnumerable<T>? items = null;
        foreach (var sorter in pagination.Items("sorters").Reverse())
        {
            var isOrder = items is null && order is not null && IsSpelled(order, sorter.Optional("field"));
            var key = sorters.FirstOrDefault(known => IsSpelled(known.Key, sorter.Optional("field"))).Value
                ?? throw ServiceRefusal.Invalid(
                    complaint(sorters.Keys.Select(name => spelling == SandboxSorters.CamelCase ? name : Snake(name))));
            items = sorter.Optional("order").ToUpperInvariant() switch
            {
                "" or "ASC" => isOrder ? list(false) : (items ?? list(true)).OrderBy(key),
                "DESC" => isOrder ? list(true) : (items ?? list(true)).OrderByDescending(key),
                _ => throw sorter.Refuse("order"),
            };
        }
        if (fault == SandboxFault.CutPage) size -= size / 2;
        var before = (page - 1L) * size;
        if (before > 0 && fault == SandboxFault.PageAfterAddition) before--;
        if (before > 0 && fault == SandboxFault.PageAfterDeletion) before++;
        return (items ?? list(true)).Skip((int)Math.Min(before, int.MaxValue)).Take(size);

        bool IsSpelled(string name, string given) =>
            (given == name && spelling != SandboxSorters.SnakeCase)
                || (given == Snake(name) && spelling != SandboxSorters.CamelCase);
    }

    private static string Snake(string name) =>
        string.Concat(
            name.Select(
                letter => letter is >= 'A' and <= 'Z' ? "_" + char.ToLowerInvariant(letter) : letter.ToString()));
}
