using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Layout;

/// <summary>Puts rectangles beside and below one another, the highest first, into about the form of a screen.</summary>
internal static class Shelves
{
    private const double Form = 1.6;

    /// <returns>The upper left corner of each.</returns>
    public static IReadOnlyList<(double X, double Y)> Of(IReadOnlyList<(double Width, double Height)> sizes, double gap)
    {
        var area = sizes.Sum(size => (size.Width + gap) * (size.Height + gap));
        var most = Math.Max(Math.Sqrt(area * Form), sizes.Select(size => size.Width).DefaultIfEmpty().Max());
        var corners = new (double X, double Y)[sizes.Count];
        var (x, y, height) = (0.0, 0.0, 0.0);
        foreach (var i in Enumerable.Range(0, sizes.Count).OrderByDescending(i => sizes[i].Height))
        {
            if (x > 0 && x + sizes[i].Width > most) (x, y, height) = (0, y + height + gap, 0);
            corners[i] = (x, y);
            x += sizes[i].Width + (gap * 2);
            height = Math.Max(height, sizes[i].Height);
        }

        return corners;
    }
}
