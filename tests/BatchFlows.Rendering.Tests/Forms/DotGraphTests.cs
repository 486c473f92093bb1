using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Dot;
using CsCheck;

namespace BatchFlows.Rendering.Tests;

public class DotGraphTests
{
    [Fact]
    public void AnyDiagram_IsReadBack() => DiagramSamples.Any.Sample(
        diagram =>
        {
            var tokens = Tokens(DotGraph.Of(diagram));

            Assert.Equal("digraph", tokens[0]);
            Assert.Equal((diagram.Nodes.Count, diagram.Edges.Count), (
                tokens.Where(
                    (token, i) => token.StartsWith('n') && tokens[i + 1] == "[" && tokens[i - 1] is ";"
                        && token != "node").Count(),
                tokens.Count(token => token == "->")));
            Assert.Equal(tokens.Count(token => token == "["), tokens.Count(token => token == "]"));
            Assert.Equal("}", tokens[^1]);
        },
        iter: 500);

    [Fact]
    public void Names_MeanNothing()
    {
        var text = DotGraph.Of(
            new Diagram("t", [new DiagramNode("\"]; evil [\\N &lt;\n\ud800", DiagramNodeKind.Task)], []));

        Assert.Contains("n0 [label=\"\\\"]; evil [\\\\N &amp;lt;\\n\uFFFD\"", text, StringComparison.Ordinal);
    }

    /// <summary>The tokens of the language; anything else is an error.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            if (text[i] == '"')
            {
                var quoted = new StringBuilder("\"");
                for (i++; text[i] != '"'; i++)
                {
                    Assert.False(text[i] is '\n', "a line ends within a text");
                    if (text[i] == '\\') quoted.Append(text[i++]);
                    quoted.Append(text[i]);
                }

                tokens.Add(quoted.ToString());
            }
            else if (text[i] is '{' or '}' or '[' or ']' or ';' or '=' or ',')
            {
                tokens.Add(text[i].ToString());
            }
            else if (text[i] == '-')
            {
                Assert.Equal('>', text[++i]);
                tokens.Add("->");
            }
            else
            {
                Assert.True(char.IsAsciiLetterOrDigit(text[i]), $"'{text[i]}' in {text}");
                var start = i;
                while (char.IsAsciiLetterOrDigit(text[i + 1])) i++;
                tokens.Add(text[start..(i + 1)]);
            }
        }

        return tokens;
    }
}
