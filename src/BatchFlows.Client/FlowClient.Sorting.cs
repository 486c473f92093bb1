using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>
/// Sorted lists. The documents contradict each other on the names of the fields; a service that refuses camel case is asked once more in
/// snake case, and in that from then on.
/// </content>
internal sealed partial class FlowClient
{
    private const int ParameterRefused = 62102;

    private async Task<T> SendSortedAsync<T>(
        Page page, Func<JsonObject, ServiceRequest> create, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        if (page is null) throw new ArgumentNullException(nameof(page));
        var dialect = connection.Dialect;
        try
        {
            return await SendAsync(create(Pagination(page, dialect.SortsInSnakeCase)), read, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (page.Sorter is not null && !dialect.SortsInSnakeCase && IsAboutSorter(e))
        {
            var answer = await SendAsync(create(Pagination(page, inSnakeCase: true)), read, cancellationToken).ConfigureAwait(false);
            dialect.SortsInSnakeCase = true;
            return answer;
        }
    }

    internal static bool IsAboutSorter(FlowServiceException failure) =>
        failure.Code == ParameterRefused && failure.ServiceMessage?.ToLowerInvariant() is { } said && (said.Contains("sort") || said.Contains("field"));

    private static JsonObject Pagination(Page page, bool inSnakeCase)
    {
        var pagination = new JsonObject { ["pageNo"] = page.Number, ["pageSize"] = page.Size };
        if (page.Sorter is not { } sorter) return pagination;
        pagination["sorters"] = new JsonArray(new JsonObject
        {
            ["field"] = inSnakeCase ? FieldName.ToSnakeCase(sorter.Field) : sorter.Field,
            ["order"] = sorter.IsDescending ? "DESC" : "ASC",
        });
        return pagination;
    }
}
