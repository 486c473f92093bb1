using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The package of the PowerShell Gallery.</summary>
public class PackageTests(BuiltPackage package) : IClassFixture<BuiltPackage>
{
    private static readonly string[] SaidTwice =
        ["version", "licenseUrl", "projectUrl", "iconUrl", "description", "releaseNotes"];

    [Fact]
    public async Task Packing_the_same_build_again_makes_equal_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(package.First), await File.ReadAllBytesAsync(package.Second));

    [Fact]
    public void It_contains_exactly_the_listed_files()
    {
        using var archive = ZipFile.OpenRead(package.First);
        var entries = archive.Entries.Select(entry => entry.FullName).Where(name => name is not
            ("BatchFlows.PowerShell.nuspec" or "[Content_Types].xml" or "_rels/.rels"
            or "package/services/metadata/core-properties/nuget.psmdcp"));

        Assert.Equal(
            File.ReadAllLines(Path.Combine(Paths.Repository, "module", "files.txt")).Order(StringComparer.Ordinal),
            entries.Order(StringComparer.Ordinal));
    }

    /// <summary>The Gallery refuses a package whose description and manifest differ, and long texts.</summary>
    [Fact]
    public void Its_description_says_what_the_manifest_says()
    {
        using var engine = new Engine();
        var staged = Path.Combine(Path.GetDirectoryName(package.First)!, "staged", "BatchFlows.PowerShell.psd1");
        var manifest = engine.Run(
            $"$m = Test-ModuleManifest '{staged}'; \"$($m.Version)-$($m.PrivateData.PSData.Prerelease)\"",
            "$m.LicenseUri.AbsoluteUri; $m.ProjectUri.AbsoluteUri; $m.IconUri.AbsoluteUri",
            "$m.Description; $m.ReleaseNotes");
        var description = Description();

        Assert.Empty(manifest.Errors);
        Assert.Equal(BuiltPackage.Version, manifest.Texts.First());
        Assert.Equal(
            SaidTwice.Select(Value),
            manifest.Texts);
        Assert.All(["PSModule", "PSEdition_Core", "PSEdition_Desktop", "PSCommand_Export-BatchFlow"],
            tag => Assert.Contains(tag, Value("tags").Split(' ')));
        Assert.InRange(Value("tags").Length, 1, 4000);
        Assert.InRange(Value("description").Length, 1, 4000);
        Assert.InRange(Value("releaseNotes").Length, 200, 35000);

        string Value(string name) => description.Descendants().Single(part => part.Name.LocalName == name).Value;
    }

    [Fact]
    public async Task Installed_from_a_repository_it_does_the_main_job_in_a_new_shell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No variable moves the folder of the user's modules there.");
        using var home = new TemporaryFolder();

        var (output, errors, exitCode) = await Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-File", "tests/Package/Test-Package.ps1",
                "-Package", package.First],
            variables: [("HOME", home.Path), ("XDG_DATA_HOME", ""), ("PSModulePath", "")]);

        Assert.True(exitCode == 0, output + errors);
        // The bill does not list itself.
        var shipped = File.ReadLines(Path.Combine(Paths.Repository, "module", "files.txt")).Count() - 1;
        Assert.Equal(
            [
                "Found BatchFlows.PowerShell 0.1.0 beta1",
                $"Installed {shipped} files as the bill of materials lists them",
                "Exported 3001, 4 tasks"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            ".local/share/powershell/Modules/BatchFlows.PowerShell/0.1.0/BatchFlows.PowerShell.psd1", home.Files);
    }

    private XDocument Description()
    {
        using var archive = ZipFile.OpenRead(package.First);
        using var entry = archive.GetEntry("BatchFlows.PowerShell.nuspec")!.Open();
        return XDocument.Load(entry);
    }
}
