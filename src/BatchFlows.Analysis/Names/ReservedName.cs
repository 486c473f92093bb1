using System;
using System.Linq;

namespace BatchFlows.Analysis.Names;

/// <summary>Names that Windows keeps for devices, in any folder, in any case and with any extension.</summary>
internal static class ReservedName
{
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];
    private static readonly string[] Ports = ["COM", "LPT"];

    public static bool Is(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && Ports.Contains(stem.Substring(0, 3), StringComparer.OrdinalIgnoreCase)
                && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3');
    }
}
