using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Directories;

/// <summary>Finds directories of the organisation by their path or ID.</summary>
/// <param name="roots">What <see cref="FlowClient.ListDirectoriesAsync"/> gave.</param>
internal sealed class DirectoryTree(IReadOnlyList<FlowDirectory> roots)
{
    /// <summary>All directories, each before those in it.</summary>
    public IEnumerable<FlowDirectory> All => roots.SelectMany(root => root.Walk());

    /// <summary>
    /// The directory at a path such as <c>a/b/c</c> from below the root; <c>/</c> is the root. Case matters.
    /// </summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowDirectory AtPath(string path) =>
        Find(Normalize(path)) ?? throw NotFound($"There is no directory '{path}'.");

    /// <summary>The directory of an ID.</summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowDirectory WithId(string directoryId) =>
        All.FirstOrDefault(directory => directory.DirectoryId == directoryId)
            ?? throw NotFound($"There is no directory with the ID '{directoryId}'.");

    /// <summary>A path without separators at its ends; empty for the root. Both kinds of slashes separate.</summary>
    public static string Normalize(string path) =>
        path is null
            ? throw new ArgumentNullException(nameof(path))
            : string.Join("/", path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The directory at a path without separators at its ends; null when there is none.</summary>
    internal FlowDirectory? Find(string path) => All.FirstOrDefault(directory => Normalize(directory.Path) == path);

    private static FlowException NotFound(string what) => new FlowException(FailureKind.DirectoryNotFound, what);
}
