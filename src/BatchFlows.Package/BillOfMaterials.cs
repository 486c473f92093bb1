using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Package;

/// <summary>The bill of materials: what the module ships and where it comes from, in the form of SPDX 2.3.</summary>
internal static class BillOfMaterials
{
    private const string FileName = "BatchFlows.PowerShell.spdx.json";
    private const string Module = "SPDXRef-Module";
    private const string Unknown = "NOASSERTION";
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n" };

    public static void Write(
        string folder, IEnumerable<string> shipped, Manifest manifest, List<ThirdPartyPackage> packages,
        DateTimeOffset created)
    {
        var files = shipped.Where(file => file != FileName).Order(StringComparer.Ordinal)
            .Select(file => ShippedFile.Read(folder, file)).ToList();
        var code = VerificationCode(files);
        var document = new
        {
            spdxVersion = "SPDX-2.3",
            dataLicense = "CC0-1.0",
            SPDXID = "SPDXRef-DOCUMENT",
            name = $"BatchFlows.PowerShell {manifest.Version}",
            documentNamespace = $"{manifest.Text("ProjectUri")}/spdx/{manifest.Version}/{code}",
            creationInfo = new
            {
                created = created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                creators = new[] { "Tool: BatchFlows.Package" },
            },
            packages = packages.Select(Describe).Prepend(DescribeModule(manifest, code)),
            files = files.Select(file => Describe(file, packages)),
            relationships = Relations(files, packages),
        };
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(document, Format) + "\n");
    }

    private static object DescribeModule(Manifest manifest, string code) => new
    {
        SPDXID = Module,
        name = "BatchFlows.PowerShell",
        versionInfo = manifest.Version,
        supplier = $"Organization: {manifest.Text("CompanyName")}",
        downloadLocation = $"https://www.powershellgallery.com/packages/BatchFlows.PowerShell/{manifest.Version}",
        filesAnalyzed = true,
        packageVerificationCode = new
        {
            packageVerificationCodeValue = code,
            packageVerificationCodeExcludedFiles = new[] { $"./{FileName}" },
        },
        licenseConcluded = Unknown,
        licenseDeclared = "MIT",
        licenseInfoFromFiles = new[] { Unknown },
        copyrightText = manifest.Text("Copyright"),
    };

    private static object Describe(ThirdPartyPackage package) => new
    {
        SPDXID = IdOf(package),
        name = package.Id,
        versionInfo = package.Version,
        downloadLocation = $"https://www.nuget.org/packages/{package.Id}/{package.Version}",
        filesAnalyzed = false,
        licenseConcluded = package.Licence,
        licenseDeclared = package.Licence,
        copyrightText = package.Copyright,
        externalRefs = new[]
        {
            new
            {
                referenceCategory = "PACKAGE-MANAGER",
                referenceType = "purl",
                referenceLocator = $"pkg:nuget/{package.Id}@{package.Version}",
            },
        },
    };

    private static object Describe(ShippedFile file, List<ThirdPartyPackage> packages) => new
    {
        SPDXID = file.Id,
        fileName = $"./{file.Path}",
        checksums = new[]
        {
            new { algorithm = "SHA1", checksumValue = file.Sha1 },
            new { algorithm = "SHA256", checksumValue = file.Sha256 },
        },
        licenseConcluded = packages.Find(package => package.Files.Contains(file.Path))?.Licence ?? "MIT",
        licenseInfoInFiles = new[] { Unknown },
        copyrightText = Unknown,
    };

    private static IEnumerable<object> Relations(List<ShippedFile> files, List<ThirdPartyPackage> packages) =>
    [
        Relation("SPDXRef-DOCUMENT", "DESCRIBES", Module),
        .. packages.Select(package => Relation(Module, "DEPENDS_ON", IdOf(package))),
        .. files.Select(file => Relation(Module, "CONTAINS", file.Id)),
        .. files.SelectMany(file => packages.Where(package => package.Files.Contains(file.Path))
            .Select(package => Relation(file.Id, "GENERATED_FROM", IdOf(package)))),
    ];

    private static object Relation(string subject, string type, string other) =>
        new { spdxElementId = subject, relationshipType = type, relatedSpdxElement = other };

    private static string IdOf(ThirdPartyPackage package) => $"SPDXRef-Package-{package.Id}-{package.Version}";

    /// <summary>SPDX defines it as the hash of the sorted hashes.</summary>
    private static string VerificationCode(IEnumerable<ShippedFile> files) => ShippedFile.Sha1Of(
        Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Sha1).Order(StringComparer.Ordinal))));
}
