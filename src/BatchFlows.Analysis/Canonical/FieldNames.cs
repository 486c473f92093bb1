using System.Collections.Generic;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>Names of fields are the same but for case and underscores.</summary>
internal sealed class FieldNames : IEqualityComparer<string>
{
    public static readonly FieldNames Instance = new();

    public bool Equals(string? left, string? right) => left == right || FieldName.IsSame(left!, right!);

    public int GetHashCode(string name)
    {
        var hash = 17;
        foreach (var character in name)
        {
            if (character != '_') hash = unchecked((hash * 31) + char.ToLowerInvariant(character));
        }

        return hash;
    }
}
