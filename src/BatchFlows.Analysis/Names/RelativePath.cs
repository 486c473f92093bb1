using System.Linq;

namespace BatchFlows.Analysis.Names;

/// <summary>
/// A path in a file that somebody else may have written. It must stay in the folder on every system, because what one
/// system takes for a name is a way out on another.
/// </summary>
internal static class RelativePath
{
    private const string Forbidden = "<>:\"\\|?*";

    /// <summary>Why a path is refused, in words that follow its name; null when it is none.</summary>
    public static string? ProblemOf(string? path) =>
        string.IsNullOrEmpty(path) ? "is no path"
        : path![0] == '/' ? "is no relative path"
        : path.Any(character => character < ' ' || Forbidden.Contains(character))
            ? "has a character that some system forbids in names"
        : path.Split('/').Select(ProblemOfName).FirstOrDefault(problem => problem is not null);

    private static string? ProblemOfName(string name) =>
        name is "" or "." or ".." ? "leaves the folder, or could"
        : name[name.Length - 1] is ' ' or '.' ? "has a name that ends with a blank or a dot"
        : ReservedName.Is(name) ? "has a name that Windows keeps for a device"
        : null;
}
