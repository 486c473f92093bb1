using System;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Stands before a sandbox and changes parts of its answers at random: other kinds of values, hostile texts, cut and
/// broken JSON. Tokens pass as they are.
/// </summary>
internal sealed class HostileGateway : IDisposable
{
    private readonly HttpClient _sandbox = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly LoopbackServer _server;
    private readonly Uri _address;

    public HostileGateway(Uri sandbox)
    {
        _address = sandbox;
        _server = new LoopbackServer(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{_server.Port}/");

    /// <summary>Makes the changes; null lets all answers pass as they are.</summary>
    public Random? Random { get; set; }

    /// <summary>The last answer, as it was sent.</summary>
    public string LastAnswer { get; private set; } = "";

    public void Dispose()
    {
        _server.Dispose();
        _sandbox.Dispose();
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        while (await ReadRequestAsync(stream) is { } request)
        {
            using var answer = await _sandbox.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var isToken = request.RequestUri!.AbsolutePath.Contains("/token/", StringComparison.Ordinal);
            if (!isToken && Random is { } random)
            {
                lock (random) text = Change(text, random);
                LastAnswer = text;
            }

            var body = Encoding.UTF8.GetBytes(text);
            var head = $"HTTP/1.1 {(int)answer.StatusCode} {answer.ReasonPhrase}\r\nContent-Length: {body.Length}\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
            await stream.WriteAsync(body);
        }
    }

    private async Task<HttpRequestMessage?> ReadRequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0) return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(first[0]), new Uri(_address, first[1]));
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToList();
        var length = headers.Where(header => header[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .Select(header => int.Parse(header[1], provider: null)).FirstOrDefault();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        request.Content = new ByteArrayContent(body);
        foreach (var header in headers.Where(header => header[0].StartsWith("apim-", StringComparison.Ordinal)))
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        return request;
    }

    private static string Change(string text, Random random)
    {
        if (random.Next(12) == 0) return text[..random.Next(text.Length + 1)];
        if (JsonNode.Parse(text) is not { } answer) return text;
        for (var changes = random.Next(4); changes > 0; changes--) ChangeOne(answer, random);
        return answer.ToJsonString();
    }

    /// <summary>Goes down at random, and puts something else where it ends.</summary>
    private static void ChangeOne(JsonNode node, Random random)
    {
        while (true)
        {
            var children = node switch
            {
                JsonObject { Count: > 0 } body => body.Select(pair => pair.Value).ToList(),
                JsonArray { Count: > 0 } list => [.. list],
                _ => [],
            };
            if (children.Count == 0) return;
            var number = random.Next(children.Count);
            if (children[number] is { } child and (JsonObject or JsonArray) && random.Next(6) > 0)
            {
                node = child;
                continue;
            }

            var other = JsonNode.Parse(HostileValues.Json(random));
            if (node is JsonArray array) array[number] = other;
            else node[((JsonObject)node).ElementAt(number).Key] = other;
            return;
        }
    }
}
