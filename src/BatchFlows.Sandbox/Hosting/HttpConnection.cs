using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>
/// One client's connection: request after request, as HTTP/1.1 with Content-Length bodies, unless one has no end.
/// </summary>
/// <param name="stream">The client's stream, or a TLS stream around it.</param>
/// <param name="reset">Resets the connection.</param>
/// <param name="service">The service that answers.</param>
internal sealed partial class HttpConnection(Stream stream, Action reset, SandboxService service)
{
    private const int LongestHead = 64 * 1024;
    private const int LongestBody = 64 * 1024 * 1024;
    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private byte[] _buffer = new byte[4096];
    private int _filled;
    private Task<bool>? _arriving;

    /// <summary>Serves until the client leaves, asks to close, cannot be understood, or meets a fault.</summary>
    /// <param name="cancellationToken">Ends a call of the service. Reads and writes end by closing the client.</param>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        while (await ReadHeadAsync().ConfigureAwait(false) is { } text)
        {
            var head = HttpHead.Parse(text);
            if (Refuse(head) is { } refusal)
            {
                await WriteAsync(refusal, keepAlive: false).ConfigureAwait(false);
                return;
            }
            var body = await ReadBodyAsync(head!).ConfigureAwait(false);
            var answer = await CallAsync(new(head!.Method, head.Target, head.Headers, body), cancellationToken)
                .ConfigureAwait(false);
            if (!await DeliverAsync(answer, head.KeepsAlive, cancellationToken).ConfigureAwait(false)) return;
        }
    }

    private SandboxResponse? Refuse(HttpHead? head) => head switch
    {
        null or { ContentLength: null } => service.Unreadable(400, "Cannot process request"),
        { IsChunked: true } => service.Unreadable(411, "Content-Length required"),
        { ContentLength: > LongestBody } => service.Unreadable(413, "Request size limit exceeded"),
        _ => null,
    };

    /// <summary>
    /// The text up to the blank line, or what there is of it when it is too long; null when the client has left.
    /// </summary>
    private async Task<string?> ReadHeadAsync()
    {
        int length;
        while ((length = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_filled == LongestHead) return "";
            if (!await (_arriving ?? ReadMoreAsync()).ConfigureAwait(false)) return null;
            _arriving = null;
        }
        var head = Encoding.UTF8.GetString(_buffer, 0, length);
        Discard(length + 4);
        return head;
    }

    /// <returns>False when the client has left, in good order or not.</returns>
    private async Task<bool> ReadMoreAsync()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _filled * 2);
        try
        {
            var read = await stream.ReadAsync(_buffer, _filled, _buffer.Length - _filled).ConfigureAwait(false);
            _filled += read;
            return read > 0;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<byte[]> ReadBodyAsync(HttpHead head)
    {
        var length = head.ContentLength!.Value;
        var body = new byte[Math.Min(length, LongestHead)]; // grows with what arrives, not with what is announced
        var filled = Math.Min(_filled, body.Length);
        Buffer.BlockCopy(_buffer, 0, body, 0, filled);
        Discard(filled);
        if (head.ExpectsContinue && filled < length)
            await stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
        while (filled < length)
        {
            if (filled == body.Length) Array.Resize(ref body, Math.Min(length, filled * 2));
            var read = await stream.ReadAsync(body, filled, body.Length - filled).ConfigureAwait(false);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }
        return body;
    }

    /// <summary>
    /// Has the service answer, and reads on meanwhile: that tells when the client leaves, and nobody waits for the
    /// answer.
    /// </summary>
    private async Task<SandboxResponse> CallAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = service.HandleAsync(request, leaving.Token);
        if (call.IsCompleted || _filled > 0) return await call.ConfigureAwait(false);
        _arriving = ReadMoreAsync();
        if (await Task.WhenAny(call, _arriving).ConfigureAwait(false) == _arriving
            && !await _arriving.ConfigureAwait(false))
            leaving.CancelAfter(0);
        return await call.ConfigureAwait(false);
    }

    private void Discard(int count)
    {
        _filled -= count;
        Buffer.BlockCopy(_buffer, count, _buffer, 0, _filled);
    }
}
