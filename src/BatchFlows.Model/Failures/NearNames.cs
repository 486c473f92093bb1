using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Failures;

/// <summary>Finds the known names that a mistyped one may mean.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>A question with the nearest names; empty when none is near.</summary>
    public static string Ask(string wanted, IEnumerable<string?> known)
    {
        var near = known.OfType<string>().Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Distance(wanted.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(name => name.Distance < Limit(wanted))
            .OrderBy(name => name.Distance).ThenBy(name => name.Name, StringComparer.Ordinal)
            .Take(Most).Select(name => name.Name).ToArray();
        return near.Length == 0 ? "" : $"Did you mean {string.Join(" or ", near)}?";
    }

    /// <summary>A third of the characters may be wrong, and at least one.</summary>
    private static int Limit(string wanted) => Math.Max(2, wanted.Length / 3 + 1);

    /// <summary>
    /// How many characters to insert, delete or replace; 1 when the name contains all that is wanted.
    /// </summary>
    private static int Distance(string wanted, string name)
    {
        if (wanted.Length > 1 && name.Contains(wanted)) return 1;
        if (Math.Abs(wanted.Length - name.Length) >= Limit(wanted)) return int.MaxValue;
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= name.Length; j++)
            {
                var replaced = diagonal + (wanted[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[name.Length];
    }
}
