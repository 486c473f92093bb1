using System;
using System.Buffers;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Reads each answer whole, next to the transport, so that every handler above can decide by the status in the JSON,
/// which the HTTP status does not show. A request whose answer is not complete in time fails with a <see
/// cref="TimeoutException"/>; the wait for a token or for its turn does not count.
/// </summary>
internal sealed class AnswerHandler(FlowConnectionOptions options) : DelegatingHandler
{
    private const int LargestCopied = 64 * 1024; // copying a large answer takes longer than it saves

    private readonly AnswerRoom _room = new();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = options.Clock.CreateCancellationTokenSource(options.OperationTimeout);
        // A linked source would be one more object and two more registrations for each attempt.
        using var ended = cancellationToken.Register(
            static source => ((CancellationTokenSource)source!).Cancel(), limit, useSynchronizationContext: false);
        // A proxy that answers in place of the gateway may repeat it.
        if (options.ProxyCredentials is NetworkCredential proxy) ((ServiceRequest)request).KeepSecret(proxy.Password);
        MarkWhenSent((ServiceRequest)request, options.Transport);
        try
        {
            using var response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
            return await ReadAsync((ServiceRequest)request, response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("There was no answer in time.", e);
        }
#if NET
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.InvalidResponse)
        {
            throw NotHttp();
        }
#endif
    }

    /// <summary>Only .NET reports when a request is sent.</summary>
    private static void MarkWhenSent(ServiceRequest request, HttpMessageHandler? transport)
    {
#if NET
        if (transport is null)
        {
            Departure.Await(request);
            return;
        }
#endif
        request.MarkSent();
    }

    private async Task<ServiceResponse> ReadAsync(
        ServiceRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // .NET Framework has no content where there is no body.
        if (response.Content is not { } content) return new ServiceResponse(request, response, BodyForm.Empty, default);
        var length = content.Headers.ContentLength;
        if (length > options.LargestAnswer) throw TooLarge();
        IDisposable? turn = null;
        try
        {
            if (length > AnswerRoom.Free) turn = await _room.EnterAsync(cancellationToken).ConfigureAwait(false);
#if NET
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            // One byte more than announced, so that the end is seen without growing the buffer.
            var size = (int)(length + 1 ?? 16 * 1024);
            var rented = length < LargestCopied ? ArrayPool<byte>.Shared.Rent(size) : null;
#if NET
            var buffer = rented ?? GC.AllocateUninitializedArray<byte>(size); // zeros would be written for nothing
#else
            var buffer = rented ?? new byte[size];
#endif
            var count = 0;
            while (await stream.ReadAsync(buffer, count, buffer.Length - count, cancellationToken)
                .ConfigureAwait(false) is > 0 and var read)
            {
                count += read;
                if (count > options.LargestAnswer) throw TooLarge();
                if (count < buffer.Length) continue;
                if (count >= AnswerRoom.Free)
                    turn ??= await _room.EnterAsync(cancellationToken).ConfigureAwait(false);
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, options.LargestAnswer + 1));
            }

            var (form, root) = JsonBody.Parse(
                buffer.AsMemory(0, count), copies: rented is not null, mends: true);
            // After a failure the buffer is left to the garbage collector: the transport might still write to it.
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true); // it may hold a token
            return new ServiceResponse(request, response, form, root);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested(); // .NET Framework ends a cancelled read as a broken one
#if NET
            if (e is HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse })
                throw new AnswerCutException(NotHttp());
#endif
            throw new AnswerCutException(e);
        }
        finally
        {
            turn?.Dispose();
        }
    }

#if NET
    /// <summary>Replaces an exception that quotes the raw answer, which may echo our token or signature.</summary>
    private static HttpRequestException NotHttp() => new("What came is not HTTP");
#endif

    private InvalidDataException TooLarge() =>
        new($"The answer is larger than {options.LargestAnswer / 1024 / 1024} MB.");
}
