using System;
using System.Globalization;
using System.IO;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Procedures.Files;

/// <summary>The names of flows' files in a folder.</summary>
internal static class FlowFileName
{
    /// <summary>Files of the canonical form.</summary>
    public const string Extension = CanonicalFlow.Extension;

    private const string RawExtension = ".json";

    /// <summary>
    /// The name of a raw file: <c>2924-nFlow.json</c>. The ID comes first, so that no name can be a device, a hidden
    /// file, a path out of the folder, or equal to another flow's on a system that ignores case.
    /// </summary>
    public static string OfRaw(long flowId, string? flowName)
    {
        var id = flowId.ToString(CultureInfo.InvariantCulture);
        var name = FileName.Cleaned(flowName ?? "");
        return name.Length == 0 ? id + RawExtension : $"{id}-{name}{RawExtension}";
    }

    /// <summary>The ID that the name of a raw file tells; null for any other name.</summary>
    public static long? IdIn(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return !IsCanonical(path)
            && long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
    }

    /// <summary>True for the name of a canonical file, or of a raw one in a folder.</summary>
    public static bool IsOfFlow(string path) =>
        IsCanonical(path) || (IdIn(path) is not null && Path.GetExtension(path) == RawExtension);

    public static bool IsCanonical(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without its extension, which is that of the folder with the flow's commands.</summary>
    public static string StemOf(string path)
    {
        var name = Path.GetFileName(path);
        return IsCanonical(path)
            ? name.Substring(0, name.Length - Extension.Length)
            : Path.GetFileNameWithoutExtension(path);
    }
}
