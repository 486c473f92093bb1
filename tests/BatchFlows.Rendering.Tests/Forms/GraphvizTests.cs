using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Dot;

namespace BatchFlows.Rendering.Tests;

/// <summary>What Graphviz makes of our graphs, where it is installed.</summary>
public class GraphvizTests
{
    [Fact]
    public async Task HostileNames_AreLabels()
    {
        var names = DiagramSamples.Shown;
        var diagram = new Diagram(
            names[0],
            [
                .. names.Select(
                    name => new DiagramNode(name, DiagramNodeKind.Task) { Note = name, Mark = DiagramMark.Failed })],
            [.. names.Skip(1).Select((_, i) => new DiagramEdge(i, i + 1, DiagramMark.Added))]);

        using var graph = JsonDocument.Parse(await DrawAsync(DotGraph.Of(diagram)));

        var labels = graph.RootElement.GetProperty("objects").EnumerateArray().Select(node => string.Concat(
            node.GetProperty("_ldraw_").EnumerateArray().Where(part => part.GetProperty("op").GetString() == "T")
                .Select(part => part.GetProperty("text").GetString())));
        Assert.Equal(names.Select(name => $"\u2717 {name}failed, {name}"), labels);
        Assert.Equal(names.Length - 1, graph.RootElement.GetProperty("edges").GetArrayLength());
    }

    private static async Task<string> DrawAsync(string graph)
    {
        try
        {
            using var dot = Process.Start(new ProcessStartInfo("dot", ["-Tjson"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var (output, error) = (dot.StandardOutput.ReadToEndAsync(), dot.StandardError.ReadToEndAsync());
            await dot.StandardInput.WriteAsync(graph);
            dot.StandardInput.Close();
            await dot.WaitForExitAsync();
            Assert.Equal((0, ""), (dot.ExitCode, string.Join('\n', (await error).Split('\n').Where(
                line => line.Contains("rror", StringComparison.Ordinal)))));
            return await output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Graphviz is not installed.");
            throw;
        }
    }
}
