using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes paths of the organisation's directories.</summary>
public sealed class DirectoryPathCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line) =>
        (await service.DirectoriesAsync().ConfigureAwait(false))?.All.Select(directory => new Offer(
            directory.Path,
            tip: $"{directory.Flows.Count} flows, {directory.Directories.Count} directories")) ?? [];
}
