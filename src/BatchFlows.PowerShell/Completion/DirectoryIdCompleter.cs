using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes IDs of directories, which are found by their paths as well.</summary>
public sealed class DirectoryIdCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line) =>
        (await service.DirectoriesAsync().ConfigureAwait(false))?.All
            .Where(directory => directory.DirectoryId is { Length: > 0 })
            .Select(directory => new Offer(
                directory.DirectoryId!, $"{directory.DirectoryId}  {directory.Path}",
                $"{directory.Flows.Count} flows, {directory.Directories.Count} directories")) ?? [];
}
