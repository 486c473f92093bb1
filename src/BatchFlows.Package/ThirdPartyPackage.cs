using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.Package;

/// <summary>A package of others, of which the module ships files.</summary>
internal sealed record ThirdPartyPackage(
    string Id, string Version, string Licence, string LicenceText, string Copyright, string Project, string[] Files)
{
    /// <summary>Reads the packages of lines such as <c>bin/Core/deps/Polly.Core.dll|/path/in/its/package</c>.</summary>
    public static List<ThirdPartyPackage> ReadAll(IEnumerable<string> origins) =>
    [
        .. origins.Select(line => line.Split('|'))
            .GroupBy(parts => DescriptionOf(parts[1]), parts => parts[0])
            .Select(files => Read(files.Key, [.. files.Order(StringComparer.Ordinal)]))
            .OrderBy(package => package.Id, StringComparer.Ordinal)
            .ThenBy(package => package.Version, StringComparer.Ordinal),
    ];

    private static string DescriptionOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() is { } description) return description;
        }

        throw new InvalidOperationException($"{file} is not in the folder of a package.");
    }

    private static ThirdPartyPackage Read(string description, string[] files)
    {
        var metadata = XDocument.Load(description).Root!.Elements().Single(part => part.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().SingleOrDefault(part => part.Name.LocalName == name)?.Value;
        var folder = new DirectoryInfo(Path.GetDirectoryName(description)!);
        var text = File.ReadAllText(folder.EnumerateFiles()
            .SingleOrDefault(file => file.Name.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase))?.FullName
            ?? CommonText(Value("license")!));
        return new(
            Value("id")!, Value("version")!, Expression(Value("license"), text) ?? throw new InvalidOperationException(
                $"{folder.FullName} names no licence. Read it, and teach {nameof(Expression)} to recognise it."),
            text.ReplaceLineEndings("\n").Trim(), Value("copyright") ?? $"Copyright {Value("authors")}",
            Value("projectUrl")!, files);
    }

    /// <summary>For packages that name their licence and do not contain its text.</summary>
    private static string CommonText(string expression) =>
        Path.Combine(AppContext.BaseDirectory, "Licences", $"{expression}.txt");

    /// <summary>Older packages only have the text of their licence.</summary>
    private static string? Expression(string? expression, string text) =>
        expression ?? (text.StartsWith("The MIT License (MIT)", StringComparison.Ordinal) ? "MIT" : null);
}
