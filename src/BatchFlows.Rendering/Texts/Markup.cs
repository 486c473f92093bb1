using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BatchFlows.Model.Failures;

namespace BatchFlows.Rendering.Texts;

/// <summary>
/// Markup from interpolated strings, in which every value is escaped: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.
/// Only other markup goes in as it is.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 8));

    public static Markup Of(Markup markup) => markup;

    /// <summary>Puts pieces behind one another, each in a line of its own.</summary>
    public static Markup Lines(IEnumerable<Markup> pieces)
    {
        var all = new Markup(0, 0);
        foreach (var piece in pieces) all._text.Append(piece._text).Append('\n');
        return all;
    }

    /// <summary>Text of this product that is markup already, such as a style sheet.</summary>
    public static Markup Trusted(string markup)
    {
        var all = new Markup(0, 0);
        all._text.Append(markup);
        return all;
    }

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(Markup markup) => _text.Append(markup._text);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A length in pixels, to a tenth.</summary>
    public void AppendFormatted(double length) =>
        _text.Append(Math.Round(length, 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Text of others: escaped, and without what hides text or turns its direction.</summary>
    public void AppendFormatted(string text)
    {
        foreach (var character in CleanText.Of(ShownText.Clean(text)))
        {
            _ = character switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                '\n' => _text.Append("&#10;"),
                '\t' or '\r' => _text.Append(' '),
                _ => _text.Append(character),
            };
        }
    }

    public override string ToString() => _text.ToString();
}
