using System;
using System.Management.Automation.Host;

namespace BatchFlows.Shell;

/// <summary>The size of the window, which formatting goes by. This console does not move or paint in it.</summary>
internal sealed class ConsoleRawUserInterface : PSHostRawUserInterface
{
    private const int WidthWithoutWindow = 140;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Size BufferSize { get; set; } = Measure();

    public override Size WindowSize { get; set; } = Measure();

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override string WindowTitle { get; set; } = "BatchFlows";

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }

    private static Size Measure() => new(Console.IsOutputRedirected ? WidthWithoutWindow : Math.Max(Console.WindowWidth, 40), 50);
}
