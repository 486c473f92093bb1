using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Fuzzing.Targets.Sandbox;

/// <summary>Whatever a client writes into a connection of the sandbox.</summary>
internal sealed class SandboxWireTarget : IFuzzTarget
{
    private readonly SandboxService _service = new(new TestClock(ClockMode.Stands, TestClock.SandboxStart));

    public string Name => "sandbox-wire";

    public IEnumerable<byte[]> Seeds =>
    [
        Request("GET /batch-processing-service/v2.1/flows?action=export&flowId=2924 HTTP/1.1",
            "apim-accesstoken: a\r\napim-signature: b\r\napim-timestamp: 1600000000000"),
        [
            .. Request(
                "POST /apim-token-service/v2.0/token/get HTTP/1.1", "Content-Length: 54\r\nExpect: 100-continue"),
            .. "{\"appKey\":\"1\",\"encryption\":\"2\",\"timestamp\":1600000000}"u8,
            .. Request("GET /x HTTP/1.0", "Connection: close"),
        ],
        Request("POST /apim-token-service/v2.0/token/refresh HTTP/1.1", "Transfer-Encoding: chunked"),
        Request("POST /batch-processing-service/v2.1/flows?action=trigger HTTP/1.1", "Content-Length: 60000000"),
    ];

    public void Run(byte[] input)
    {
        using var stream = new Duplex(input);
        try
        {
            Law.IsDone(ServeAsync(stream));
        }
        catch (EndOfStreamException)
        {
            // The client left in the middle of a body.
        }

        var answers = stream.Written;
        Law.Holds(
            answers.Length == 0 || Encoding.ASCII.GetString(answers, 0, 9) == "HTTP/1.1 ", "an answer is no HTTP");
        Law.Holds(_service.InFlight == 0, "a call that was answered is still in flight");
    }

    private async Task<bool> ServeAsync(Stream stream)
    {
        await new HttpConnection(stream, () => { }, _service).ServeAsync(default);
        return true;
    }

    private static byte[] Request(string line, string headers) =>
        Encoding.ASCII.GetBytes($"{line}\r\nHost: x\r\n{headers}\r\n\r\n");

    /// <summary>Gives what the client wrote, and keeps what it is answered.</summary>
    private sealed class Duplex(byte[] input) : MemoryStream(input, writable: false)
    {
        private readonly MemoryStream _written = new();

        public override bool CanWrite => true;

        public byte[] Written => _written.ToArray();

        public override void Write(byte[] buffer, int offset, int count) => _written.Write(buffer, offset, count);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }
    }
}
