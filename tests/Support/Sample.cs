using System.IO;
using System.Text.Json;

namespace BatchFlows.Tests;

/// <summary>The documented messages.</summary>
internal static class Sample
{
    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "Samples", name + ".json"));

    public static string Data(string name) =>
        JsonDocument.Parse(Text(name)).RootElement.GetProperty("data").GetRawText();
}
