using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>The characters of pictures in a terminal.</summary>
/// <param name="isAscii">True for a terminal that shows no others.</param>
internal sealed class Signs(bool isAscii)
{
    public string Child { get; } = isAscii ? "|- " : "\u251C\u2500 ";

    public string LastChild { get; } = isAscii ? "`- " : "\u2514\u2500 ";

    public string Line { get; } = isAscii ? "|  " : "\u2502  ";

    public string Link { get; } = isAscii ? "> " : "\u2192 ";

    public string Missing { get; } = "? ";

    public string Cut { get; } = isAscii ? "..." : "\u2026";

    public char Waiting { get; } = isAscii ? '.' : '\u2591';

    public char Running { get; } = isAscii ? '=' : '\u2588';

    public char Open { get; } = isAscii ? '>' : '\u25B8';

    public string Critical { get; } = isAscii ? "* " : "\u25C6 ";

    public string Legend { get; } = isAscii ? ".. waited   == ran" : "\u2591\u2591 waited   \u2588\u2588 ran";

    public string Of(DiagramNode node)
    {
        var kind = node.Kind is DiagramNodeKind.Link ? Link : node.Kind is DiagramNodeKind.Missing ? Missing : "";
        var mark = isAscii ? MarkSigns.Ascii(node.Mark) : MarkSigns.Of(node.Mark);
        return mark.Length == 0 ? kind : $"{kind}{mark} ";
    }

    /// <summary>A name as the terminal can show it.</summary>
    public string Name(string name) => isAscii ? AsciiText.Of(name) : name;
}
