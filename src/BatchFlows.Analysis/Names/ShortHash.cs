using System.Text;

namespace BatchFlows.Analysis.Names;

/// <summary>Eight digits that tell two texts apart in a name.</summary>
internal static class ShortHash
{
    public static string Of(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text)).Remove(8);
}
