using System;
using System.IO;
using System.Management.Automation.Host;

namespace BatchFlows.Screens;

/// <summary>The terminal that a command runs in.</summary>
internal sealed class Screen(PSHost host)
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 25;

    /// <summary>Its width in columns; 80 when output is redirected, or the host has no screen.</summary>
    public int Width => Size(ui => ui.BufferSize.Width) is var width and > 0 ? width : UsualWidth;

    /// <summary>The height of the window in lines.</summary>
    public int Height => Size(ui => ui.WindowSize.Height) is var height and > 0 ? height : UsualHeight;

    /// <summary>True when lines can be replaced where they stand.</summary>
    public bool CanRedraw => host.UI is { SupportsVirtualTerminal: true } && Size(ui => ui.WindowSize.Height) > 2;

    /// <summary>True when the terminal's encoding has lines and signs.</summary>
    public static bool CanShowSigns()
    {
        const string Signs = "\u251C\u2713";
        var encoding = Console.OutputEncoding;
        return encoding.GetString(encoding.GetBytes(Signs)) == Signs;
    }

    private int Size(Func<PSHostRawUserInterface, int> sizeOf)
    {
        try
        {
            return Console.IsOutputRedirected || host.UI?.RawUI is not { } screen ? 0 : sizeOf(screen);
        }
        catch (Exception e) when (e is HostException or NotImplementedException or IOException)
        {
            return 0; // a host without a screen
        }
    }
}
