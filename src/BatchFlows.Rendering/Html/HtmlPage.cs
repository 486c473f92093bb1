using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Html;

/// <summary>
/// Draws a picture as a page that can be moved, zoomed, searched and folded. The page needs nothing from outside, and
/// its policy lets only its own script run. Up to a thousand boxes are elements of SVG, whose texts can be copied and
/// read aloud; more are drawn on a canvas.
/// </summary>
internal static class HtmlPage
{
    private const int MostElements = 1000;

    private static readonly string Script = EmbeddedText.Read("page.js");
    private static readonly string Style = EmbeddedText.Read("picture.css") + EmbeddedText.Read("page.css");
    private static readonly string Policy =
        $"default-src 'none'; img-src data:; style-src {PagePolicy.HashOf(Style)}; "
            + $"script-src {PagePolicy.HashOf(Script)}; base-uri 'none'; form-action 'none'";

    public static string Of(Picture picture) => Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{picture.Title}</title>
        <style>{Markup.Trusted(Style)}</style>
        </head>
        <body class="picture">
        <header><h1>{picture.Title}</h1><p>{SvgPicture.Description(picture)}</p></header>
        <main>
        <div class="tools" role="toolbar" aria-label="Picture">
        <label for="find">Find</label><input id="find" type="search" autocomplete="off" spellcheck="false">
        <button id="in" type="button" aria-label="Zoom in">+</button>
        <button id="out" type="button" aria-label="Zoom out">&#8722;</button>
        <button id="fit" type="button">Fit</button>
        <button id="fold" type="button"{Markup.Trusted(picture.Arrows.Count > 0 ? "" : " hidden")}>Fold</button>
        <span id="found" role="status"></span>
        </div>
        <div id="view" role="application" tabindex="0" aria-label="{picture.Title}" aria-describedby="keys">
        {DrawingOf(picture)}</div>
        <div id="about" role="status"><span id="keys">Arrow keys go from box to box{FoldingOf(picture)},
        + and &#8722; zoom, 0 fits the window, Shift and arrow keys move the picture, / searches.</span></div>
        <details id="all"><summary>{picture.Count} as a list</summary>
        <ol id="list"></ol></details>
        </main>
        <script id="data" type="application/json">{Markup.Trusted(PictureJson.Of(picture))}</script>
        <script>{Markup.Trusted(Script)}</script>
        </body>
        </html>

        """).ToString();

    private static string FoldingOf(Picture picture) =>
        picture.Arrows.Count > 0 ? ", Enter folds what is behind one" : "";

    private static Markup DrawingOf(Picture picture) => picture.Boxes.Count > MostElements
        ? Markup.Of($"""<canvas role="img" aria-label="{SvgPicture.Description(picture)}"></canvas>""")
        : Markup.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" aria-label="{picture.Title}">
            <g id="world">
            {SvgParts.Of(picture)}</g></svg>
            """);
}
