using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Rendering.Texts;

/// <summary>
/// The signs of marks, which tell them apart without colour. None has a form as a picture, which fonts would draw in
/// colours of their own.
/// </summary>
internal static class MarkSigns
{
    public static string Of(DiagramMark mark) => mark switch
    {
        DiagramMark.Added => "+",
        DiagramMark.Removed => "\u2212",
        DiagramMark.Changed => "~",
        DiagramMark.Success => "\u2713",
        DiagramMark.Failed => "\u2717",
        DiagramMark.TimedOut => "!",
        DiagramMark.Running => "\u25B8",
        DiagramMark.Waiting => "\u2026",
        DiagramMark.NotStarted => "\u25CB",
        DiagramMark.Skipped => "\u00BB",
        DiagramMark.Cancelled => "\u00D8",
        DiagramMark.Broken => "\u219B",
        DiagramMark.Circle => "\u21BB",
        _ => "",
    };

    public static string Ascii(DiagramMark mark) => mark switch
    {
        DiagramMark.Removed => "-",
        DiagramMark.Success => "v",
        DiagramMark.Failed => "x",
        DiagramMark.Running => ">",
        DiagramMark.Waiting => ".",
        DiagramMark.NotStarted => "o",
        DiagramMark.Skipped => "s",
        DiagramMark.Cancelled => "c",
        DiagramMark.Broken => "/",
        DiagramMark.Circle => "@",
        _ => Of(mark),
    };
}
