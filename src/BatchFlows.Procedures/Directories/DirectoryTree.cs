using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Client;
using BatchFlows.Model.Failures;

namespace BatchFlows.Procedures.Directories;

/// <summary>Finds directories of the organisation by their path or ID.</summary>
/// <param name="roots">The result of <see cref="FlowClient.ListDirectoriesAsync"/>.</param>
internal sealed class DirectoryTree(IReadOnlyList<FlowDirectory> roots)
{
    /// <summary>All directories, each before those in it.</summary>
    public IEnumerable<FlowDirectory> All => roots.SelectMany(root => root.Walk());

    /// <summary>
    /// The directory at a path such as <c>a/b/c</c> from below the root; <c>/</c> is the root.
    /// </summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowDirectory AtPath(string path) =>
        Find(path) ?? throw NotFound(FlowException.Join(
            $"The directory '{path}' was not found.",
            NearNames.Ask(Normalize(path), All.Select(directory => Normalize(directory.Path)))));

    /// <summary>The directory of an ID.</summary>
    /// <exception cref="FlowException">There is none.</exception>
    public FlowDirectory WithId(string directoryId) =>
        All.FirstOrDefault(directory => directory.DirectoryId == directoryId)
            ?? throw NotFound($"No directory with the ID '{directoryId}' was found.");

    /// <summary>A path without separators at its ends; empty for the root. Both kinds of slashes separate.</summary>
    public static string Normalize(string path) =>
        path is null
            ? throw new ArgumentNullException(nameof(path))
            : string.Join("/", path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The directory at a path; null when there is none.</summary>
    internal FlowDirectory? Find(string path) => Named(All, directory => Normalize(directory.Path), Normalize(path));

    /// <summary>
    /// The directory with a name: the one with the same spelling, otherwise the first that differs only in case.
    /// </summary>
    internal static FlowDirectory? Named(
        IEnumerable<FlowDirectory> directories, Func<FlowDirectory, string?> nameOf, string wanted) =>
        directories.Where(directory => string.Equals(nameOf(directory), wanted, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(directory => nameOf(directory) == wanted).FirstOrDefault();

    private static FlowException NotFound(string what) => new FlowException(FailureKind.DirectoryNotFound, what);
}
