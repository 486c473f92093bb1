using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Binding;

/// <summary>
/// A path of directories with wildcards, such as <c>energy/*</c>. A wildcard does not match across separators. Case
/// does not matter.
/// </summary>
internal sealed class PathPattern(string path)
{
    private readonly NamePattern[] _names =
        [.. DirectoryTree.Normalize(path).Split('/').Select(name => new NamePattern(name))];

    /// <summary>
    /// The directories at a path with wildcards, or the one that has exactly this path.
    /// </summary>
    /// <exception cref="FlowException">There is none, and the path has no wildcards.</exception>
    public static IReadOnlyList<FlowDirectory> Find(DirectoryTree tree, string path) =>
        tree.Find(path) is { } exact ? [exact]
        : new PathPattern(path) is { HasWildcards: true } pattern ? [.. tree.All.Where(pattern.IsMatch)]
        : [tree.AtPath(WildcardPattern.Unescape(path))];

    /// <summary>True when it may match several paths.</summary>
    private bool HasWildcards => _names.Any(name => name.HasWildcards);

    /// <summary>False for the root, which has no name in paths.</summary>
    private bool IsMatch(FlowDirectory directory)
    {
        var names = directory.Path.Split('/');
        return directory.Parent is not null
            && names.Length == _names.Length
            && names.Zip(_names, (name, pattern) => pattern.IsMatch(name)).All(matches => matches);
    }
}
