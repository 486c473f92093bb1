using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>
/// The body of an answer as its <see cref="SandboxDelivery"/> lets it arrive, for socket and handler alike.
/// </summary>
[SuppressMessage("Performance", "CA1844", Justification = "Answers that go wrong need not be fast.")]
internal sealed class DeliveredBody(SandboxResponse answer, TimeProvider clock, TimeSpan dripInterval) : Stream
{
    private const int DripLength = 8;
    private const byte Blank = (byte)' ';

    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static IOException ConnectionReset()
    {
        var reset = new SocketException((int)SocketError.ConnectionReset);
        return new(reset.Message, reset);
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isWaiting = answer.Delivery == SandboxDelivery.Drip && _position > 0 && _position < answer.Body.Length;
        if (isWaiting) await clock.Delay(dripInterval, cancellationToken).ConfigureAwait(false);
        return Read(buffer, offset, count);
    }

    /// <summary>Reads without waiting for drips.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var end = answer.Delivery == SandboxDelivery.Cut ? answer.Body.Length / 2 : answer.Body.Length;
        var longest = answer.Delivery == SandboxDelivery.Drip ? Math.Min(count, DripLength) : count;
        var read = Math.Min(longest, end - _position);
        Buffer.BlockCopy(answer.Body, _position, buffer, offset, read);
        _position += read;
        if (read > 0 || count == 0) return read;
        switch (answer.Delivery)
        {
            case SandboxDelivery.Cut:
                throw ConnectionReset();
            case SandboxDelivery.Endless or SandboxDelivery.Huge:
                buffer.AsSpan(offset, count).Fill(Blank);
                return count;
            default:
                return 0;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
