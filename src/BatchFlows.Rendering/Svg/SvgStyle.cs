using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Svg;

/// <summary>
/// The style of pictures, light and dark. The colours of marks are those that Okabe and Ito found to differ for people
/// who see few colours, made darker or lighter so that text in them can be read; each mark has a sign and a kind of
/// line as well.
/// </summary>
internal static class SvgStyle
{
    public static Markup Sheet { get; } = Markup.Trusted(EmbeddedText.Read("picture.css"));
}
