using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Directories;

/// <summary>
/// Creates directories and their missing parents. It requests the tree once and creates each directory once, however
/// many paths lead through it. If somebody else creates a parent in the meantime, that one is used.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="mayExist">True to return an existing directory like a new one; false to report an error.</param>
internal sealed class DirectoryMaker(FlowClient client, bool mayExist = false)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string ParentId, string Name), Task<Made>> _made = [];
    private readonly DirectoryTrees _trees = new();

    /// <summary>Creates the directory at a path such as <c>a/b/c</c>, with its missing parents.</summary>
    /// <exception cref="FlowException">
    /// A call failed, or the directory was there before (<see cref="FailureKind.DirectoryExists"/>).
    /// </exception>
    public async Task<FlowDirectory> MakeAsync(string path, CancellationToken cancellationToken = default)
    {
        var wanted = DirectoryTree.Normalize(path);
        var tree = await _trees.GetAsync(client, cancellationToken).ConfigureAwait(false);
        return tree.Find(wanted) is { } existing
            ? Accept(existing)
            : await MakeAsync(wanted.Split('/'), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Creates the directory with these names from below the root, which may contain separators, and its missing
    /// parents.
    /// </summary>
    /// <inheritdoc cref="MakeAsync(string, CancellationToken)"/>
    public async Task<FlowDirectory> MakeAsync(
        IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        foreach (var name in names) RefuseDots(name);
        var tree = await _trees.GetAsync(client, cancellationToken).ConfigureAwait(false);
        var made = new Made(tree.AtPath("/"), IsNew: false);
        foreach (var name in names)
        {
            made = ChildOf(made.Directory, name) is { } child
                ? new Made(child, IsNew: false)
                : await MakeOnceAsync(made.Directory, name, cancellationToken).ConfigureAwait(false);
        }

        return made.IsNew ? made.Directory : Accept(made.Directory);
    }

    /// <summary>Creates a directory in the one with this ID.</summary>
    /// <param name="parentId">ID of the parent directory.</param>
    /// <param name="name">Its name. Separators in it are part of the name.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="FlowException">
    /// A call failed, or the directory was there before (<see cref="FailureKind.DirectoryExists"/>).
    /// </exception>
    public async Task<FlowDirectory> MakeInAsync(
        string parentId, string name, CancellationToken cancellationToken = default)
    {
        RefuseDots(name);
        var parent = (await _trees.GetAsync(client, cancellationToken).ConfigureAwait(false)).WithId(parentId);
        if (ChildOf(parent, name) is { } existing) return Accept(existing);
        var made = await MakeOnceAsync(parent, name, cancellationToken).ConfigureAwait(false);
        return made.IsNew ? made.Directory : Accept(made.Directory);
    }

    /// <summary>A name such as .. would be read as a step of a path everywhere.</summary>
    private static void RefuseDots(string name)
    {
        if (name is "." or "..")
            throw new FlowException(
                FailureKind.RequestInvalid, $"A directory cannot be named '{name}'.",
                remedy: "Specify the whole path from the organisation's root, such as energy/meters.");
    }

    private static FlowDirectory? ChildOf(FlowDirectory parent, string name) =>
        DirectoryTree.Named(parent.Directories, directory => directory.Name, name);

    private FlowDirectory Accept(FlowDirectory existing) =>
        mayExist
            ? existing
            : throw new FlowException(FailureKind.DirectoryExists, $"The directory '{existing}' already exists.");

    private Task<Made> MakeOnceAsync(FlowDirectory parent, string name, CancellationToken cancellationToken)
    {
        var parentId = parent.DirectoryId ?? "";
        lock (_gate)
        {
            if (!_made.TryGetValue((parentId, name), out var made))
                _made.Add((parentId, name), made = CreateAsync(parent, parentId, name, cancellationToken));
            return made;
        }
    }

    private async Task<Made> CreateAsync(
        FlowDirectory parent, string parentId, string name, CancellationToken cancellationToken)
    {
        try
        {
            var id = await client.CreateDirectoryAsync(parentId, name, cancellationToken).ConfigureAwait(false);
            return new Made(new FlowDirectory(id, name, parent), IsNew: true);
        }
        catch (FlowServiceException e) when (e.Kind is FailureKind.RequestInvalid or FailureKind.OutcomeUnknown)
        {
            // Refused because somebody else has just created it, or it was created and the answer lost. The tree shows
            // which.
            if (await LookAsync(parentId, name, cancellationToken).ConfigureAwait(false) is not { } found) throw;
            return new Made(found, IsNew: e.Kind == FailureKind.OutcomeUnknown);
        }
    }

    private async Task<FlowDirectory?> LookAsync(string parentId, string name, CancellationToken cancellationToken)
    {
        try
        {
            return ChildOf((await DirectoryTrees.ListAsync(client, cancellationToken).ConfigureAwait(false))
                .WithId(parentId), name);
        }
        catch (FlowException)
        {
            return null; // what matters to the caller is the failure that led here
        }
    }

    private sealed record Made(FlowDirectory Directory, bool IsNew);
}
