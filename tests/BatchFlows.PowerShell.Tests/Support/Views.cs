using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The views of the staged module.</summary>
internal static class Views
{
    /// <summary>All of them, of every family.</summary>
    public static IReadOnlyList<XElement> All() =>
        [.. Directory.GetFiles(Path.Combine(Paths.Module, "views")).SelectMany(
            file => XDocument.Load(file).Descendants("View"))];
}
