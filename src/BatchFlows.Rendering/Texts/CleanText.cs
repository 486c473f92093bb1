using System.Text;
using System.Xml;

namespace BatchFlows.Rendering.Texts;

internal static class CleanText
{
    /// <summary>The text, with U+FFFD for each character that XML cannot hold.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && XmlConvert.IsXmlSurrogatePair(clean[i + 1], clean[i])) i++;
            else if (!XmlConvert.IsXmlChar(clean[i])) clean[i] = '\uFFFD';
        }

        return clean.ToString();
    }
}
