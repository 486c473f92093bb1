using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Fuzzing.Targets.Procedures;

/// <summary>
/// A file that Import-BatchFlow reads: it gives a definition or the one exception that becomes an error record.
/// </summary>
internal sealed class FlowFileTarget : IFuzzTarget
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public string Name => "flow-file";

    public IEnumerable<byte[]> Seeds => Samples.DataOf("export-flow.response.json").SelectMany(json => new[]
    {
        json,
        [.. Encoding.UTF8.Preamble, .. json],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(json))],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("{\"name\":\"ä\"}")],
        [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("{\"name\":\"ä\"}")],
    });

    public void Run(byte[] input)
    {
        File.WriteAllBytes(_path, input);
        try
        {
            var flow = FlowFile.Read(_path, CancellationToken.None);
            var again = FlowDefinition.Parse(flow.ToJson(indented: true));
            Law.Holds(again.ToJson() == flow.ToJson(), "a file that is written again holds something else");
            var canonical = CanonicalFlow.Write(flow);
            File.WriteAllBytes(_path, canonical);
            Law.Holds(
                CanonicalFlow.Write(FlowFile.Read(_path, CancellationToken.None)).AsSpan().SequenceEqual(canonical),
                "a canonical file that is read and written again has other bytes");
        }
        catch (FileNotReadException e)
        {
            Law.Holds(e.Message.Contains(_path)
                && e.Message.Length < _path.Length + 1000, "the message does not say which file, or too much");
        }
        finally
        {
            File.Delete(_path);
        }
    }
}
