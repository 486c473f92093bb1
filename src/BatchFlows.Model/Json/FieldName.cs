using System.Text;

namespace BatchFlows.Model.Json;

/// <summary>
/// Names of fields, which some editions of the service write in snake case: <c>task_name</c> for <c>taskName</c>.
/// </summary>
internal static class FieldName
{
    /// <summary>True when both are the same but for case and underscores.</summary>
    public static bool IsSame(string left, string right)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < left.Length && left[i] == '_') i++;
            while (j < right.Length && right[j] == '_') j++;
            if (i == left.Length || j == right.Length) return i == left.Length && j == right.Length;
            if (char.ToLowerInvariant(left[i++]) != char.ToLowerInvariant(right[j++])) return false;
        }
    }

    public static string ToSnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character)) text.Append('_');
            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }

    public static string ToCamelCase(string name)
    {
        var text = new StringBuilder();
        var isStart = false;
        foreach (var character in name)
        {
            if (character != '_') text.Append(isStart ? char.ToUpperInvariant(character) : character);
            isStart = character == '_' && text.Length > 0;
        }

        return text.ToString();
    }
}
