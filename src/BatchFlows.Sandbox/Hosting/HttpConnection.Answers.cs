using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <content>How answers go out.</content>
internal sealed partial class HttpConnection
{
    private const int PieceLength = 16 * 1024;

    /// <returns>True when the connection may serve on.</returns>
    private async Task<bool> DeliverAsync(SandboxResponse answer, bool keepAlive, CancellationToken cancellationToken)
    {
        if (answer.Delivery == SandboxDelivery.Whole)
        {
            await WriteAsync(answer, keepAlive).ConfigureAwait(false);
            return keepAlive;
        }

        try
        {
            if (answer.Delivery == SandboxDelivery.Drop) return false;
            var head = HeadOf(answer, keepAlive);
            await stream.WriteAsync(head, 0, head.Length, cancellationToken).ConfigureAwait(false);
            await WriteBodyAsync(answer, cancellationToken).ConfigureAwait(false);
            return keepAlive;
        }
        finally
        {
            if (answer.Delivery != SandboxDelivery.Drip) reset();
        }
    }

    private Task WriteAsync(SandboxResponse answer, bool keepAlive)
    {
        byte[] message = [.. HeadOf(answer, keepAlive), .. answer.Body];
        return stream.WriteAsync(message, 0, message.Length);
    }

    private async Task WriteBodyAsync(SandboxResponse answer, CancellationToken cancellationToken)
    {
        using var body = service.OpenBody(answer);
        var piece = new byte[PieceLength];
        while (await body.ReadAsync(piece, 0, piece.Length, cancellationToken)
            .ConfigureAwait(false) is > 0 and var read)
        {
            byte[] message = answer.Delivery == SandboxDelivery.Endless
                ? [.. Encoding.ASCII.GetBytes($"{read:x}\r\n"), .. piece.AsSpan(0, read), .. "\r\n"u8]
                : piece.AsSpan(0, read).ToArray();
            await stream.WriteAsync(message, 0, message.Length, cancellationToken).ConfigureAwait(false);
        }
    }

    private static byte[] HeadOf(SandboxResponse answer, bool keepAlive)
    {
        using var status = new HttpResponseMessage((HttpStatusCode)answer.Status); // knows the reason phrase
        var head = new StringBuilder(
            $"HTTP/1.1 {answer.Status} {status.ReasonPhrase}\r\nContent-Type: {answer.ContentType}\r\n")
            .Append(answer.Delivery == SandboxDelivery.Endless
                ? "Transfer-Encoding: chunked"
                : $"Content-Length: {answer.Length}")
            .Append("\r\n");
        foreach (var header in answer.Headers) head.Append($"{header.Key}: {header.Value}\r\n");
        if (!keepAlive) head.Append("Connection: close\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}
