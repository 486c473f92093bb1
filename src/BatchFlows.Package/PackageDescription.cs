using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.Package;

/// <summary>The nuspec of the package, with the elements that the Gallery knows.</summary>
internal static class PackageDescription
{
    public static XDocument Of(Manifest manifest, IEnumerable<string> files) => new(new XElement("package",
        new XElement("metadata",
            new XElement("id", "BatchFlows.PowerShell"),
            new XElement("version", manifest.Version),
            new XElement("authors", manifest.Text("Author")),
            new XElement("owners", manifest.Text("CompanyName")),
            new XElement("requireLicenseAcceptance", false),
            new XElement("licenseUrl", manifest.Text("LicenseUri")),
            new XElement("projectUrl", manifest.Text("ProjectUri")),
            new XElement("iconUrl", manifest.Text("IconUri")),
            new XElement("description", manifest.Text("Description")),
            new XElement("releaseNotes", manifest.Text("ReleaseNotes")),
            new XElement("copyright", manifest.Text("Copyright")),
            new XElement("tags", string.Join(' ', Tags(manifest)))),
        new XElement("files", files.Select(file => new XElement("file",
            new XAttribute("src", file), new XAttribute("target", file))))));

    /// <summary>The Gallery finds modules, and modules by their commands, by tags of these forms.</summary>
    private static IEnumerable<string> Tags(Manifest manifest) => manifest.Tags
        .Concat(["PSModule", "PSIncludes_Cmdlet"])
        .Concat(manifest.Commands.SelectMany(command => new[] { $"PSCmdlet_{command}", $"PSCommand_{command}" }));
}
