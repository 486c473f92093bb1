using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Fuzzing;

/// <summary>Inputs to begin with: the documented messages, or texts.</summary>
internal static class Samples
{
    /// <summary>Those whose names begin with one of these, as they are.</summary>
    public static IEnumerable<byte[]> Of(params string[] names) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"))
        .Where(file => Array.Exists(names, name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllBytes);

    public static IEnumerable<byte[]> Texts(params ReadOnlySpan<string> texts) =>
        texts.ToArray().Select(Encoding.UTF8.GetBytes);

    /// <summary>The data of answers.</summary>
    public static IEnumerable<byte[]> DataOf(params string[] names) => Of(names).Select(answer =>
    {
        using var document = JsonDocument.Parse(answer);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("data"));
    });
}
