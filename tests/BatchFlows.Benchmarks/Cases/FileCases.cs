using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;

namespace BatchFlows.Benchmarks;

/// <summary>From a definition to the bytes of its file.</summary>
internal static class FileCases
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        using var answer = JsonDocument.Parse(Documents.Export(10_000));
        var flow = FlowDefinition.Parse(answer.RootElement.GetProperty("data").GetRawText());
        var written = CanonicalFlow.Write(flow);
        using var file = JsonDocument.Parse(written);
        yield return pairs.CompareTimes(
            "10,000 tasks to canonical bytes", 2, () => CanonicalFlow.Write(flow), () => Bare(file.RootElement));
    }

    private static byte[] Bare(JsonElement file)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options)) file.WriteTo(writer);
        return buffer.ToArray();
    }
}
