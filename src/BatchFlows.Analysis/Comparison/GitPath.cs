using System;
using System.Linq;

namespace BatchFlows.Analysis.Comparison;

/// <summary>Paths in a patch. What could be taken for something else is quoted as git does.</summary>
internal static class GitPath
{
    public static string Of(string path) =>
        path.Any(MustBeQuoted) ? $"\"{string.Concat(path.Select(Escaped))}\"" : path;

    /// <summary>A tab ends a name with blanks, because a time could follow it.</summary>
    public static string InHeader(string path) => path.Contains(" ") && path[0] != '"' ? path + "\t" : path;

    private static bool MustBeQuoted(char character) => character is < ' ' or '\u007f' or '"' or '\\';

    private static string Escaped(char character) => character switch
    {
        '"' or '\\' => $"\\{character}",
        < ' ' or '\u007f' => $"\\{Convert.ToString(character, 8).PadLeft(3, '0')}",
        _ => $"{character}",
    };
}
