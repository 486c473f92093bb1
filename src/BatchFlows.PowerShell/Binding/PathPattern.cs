using System.Linq;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Binding;

/// <summary>
/// A path of directories with wildcards, such as <c>energy/*</c>. A wildcard stands for what one name holds, and case
/// does not matter.
/// </summary>
internal sealed class PathPattern(string path)
{
    private readonly NamePattern[] _names =
        [.. DirectoryTree.Normalize(path).Split('/').Select(name => new NamePattern(name))];

    /// <summary>True when it may match several paths.</summary>
    public bool HasWildcards => _names.Any(name => name.HasWildcards);

    /// <summary>False for the root, which has no name in paths.</summary>
    public bool IsMatch(FlowDirectory directory)
    {
        var names = directory.Path.Split('/');
        return directory.Parent is not null
            && names.Length == _names.Length
            && names.Zip(_names, (name, pattern) => pattern.IsMatch(name)).All(matches => matches);
    }
}
