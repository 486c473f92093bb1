using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Http;

/// <summary>
/// Reads each answer whole, next to the transport, so that every handler above can decide by what the service said: its status
/// stands in the JSON, not in the HTTP status.
/// </summary>
/// <param name="largest">The most bytes that are read, and about the most that are held.</param>
internal sealed class AnswerHandler(int largest) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var (form, root) = JsonBody.Parse(await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false));
            return new ServiceResponse(request, response, form, root);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested(); // .NET Framework ends a cancelled read as a broken one
            throw new AnswerCutException(e);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null) return default;
        var length = content.Headers.ContentLength;
        if (length > largest) throw TooLarge();
#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        // One byte more than announced, so that the end is seen without growing the buffer.
#if NET
        var buffer = GC.AllocateUninitializedArray<byte>((int)(length + 1 ?? 16 * 1024)); // zeros would be written for nothing
#else
        var buffer = new byte[length + 1 ?? 16 * 1024];
#endif
        var count = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer, count, buffer.Length - count, cancellationToken).ConfigureAwait(false);
            if (read == 0) break;
            count += read;
            if (count > largest) throw TooLarge();
            if (count == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, largest + 1));
        }

        return buffer.AsMemory(0, count);
    }

    private InvalidDataException TooLarge() => new($"The answer is larger than {largest / 1024 / 1024} MB.");
}
