using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>
/// Sorted lists. The documents contradict each other on the names of the fields; if a service refuses camel case, the
/// call is repeated in snake case, which is used from then on.
/// </content>
internal sealed partial class FlowClient
{
    private const int ParameterRefused = 62102;

    private async Task<T> SendSortedAsync<T>(
        Page page,
        Func<Action<Utf8JsonWriter>, ServiceRequest> create,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken)
    {
        if (page is null) throw new ArgumentNullException(nameof(page));
        var dialect = connection.Dialect;
        try
        {
            return await AskAsync(dialect.SortsInSnakeCase).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (page.Sorter is not null && !dialect.SortsInSnakeCase && IsAboutSorter(e))
        {
            var answer = await AskAsync(inSnakeCase: true).ConfigureAwait(false);
            dialect.SortsInSnakeCase = true;
            return answer;
        }

        Task<T> AskAsync(bool inSnakeCase) =>
            SendAsync(create(body => WritePagination(body, page, inSnakeCase)), read, cancellationToken);
    }

    internal static bool IsAboutSorter(FlowServiceException failure) =>
        failure.Code == ParameterRefused
            && failure.ServiceMessage?.ToLowerInvariant() is { } said
            && (said.Contains("sort") || said.Contains("field"));

    private static void WritePagination(Utf8JsonWriter body, Page page, bool inSnakeCase)
    {
        body.WriteStartObject("pagination");
        body.WriteNumber("pageNo", page.Number);
        body.WriteNumber("pageSize", page.Size);
        if (page.Sorter is { } sorter)
        {
            body.WriteStartArray("sorters");
            body.WriteStartObject();
            body.WriteString("field", inSnakeCase ? FieldName.ToSnakeCase(sorter.Field) : sorter.Field);
            body.WriteString("order", sorter.IsDescending ? "DESC" : "ASC");
            body.WriteEndObject();
            body.WriteEndArray();
        }

        body.WriteEndObject();
    }
}
