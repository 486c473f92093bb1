using System;
using System.Globalization;
using System.IO;

namespace BatchFlows.Package;

/// <summary>
/// Adds to a staged module what follows from the rest of it. The build runs
/// <c>BatchFlows.Package MODULE LIST ORIGINS CHANGELOG NUSPEC SECONDS [PRERELEASE]</c>: it completes the manifest,
/// and writes the notices of third parties, the bill of materials, and the nuspec that <c>dotnet pack</c> reads.
/// </summary>
internal static class Program
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";

    private static int Main(string[] arguments)
    {
        try
        {
            Complete(arguments);
            return 0;
        }
        catch (InvalidOperationException fault)
        {
            // MSBuild shows lines of this form as errors of the build.
            Console.Error.WriteLine($"BatchFlows.Package : error PACK : {fault.Message}");
            return 1;
        }
    }

    private static void Complete(string[] arguments)
    {
        var (module, list, origins) = (arguments[0], File.ReadAllLines(arguments[1]), arguments[2]);
        var created = DateTimeOffset.FromUnixTimeSeconds(long.Parse(arguments[5], CultureInfo.InvariantCulture));
        var prerelease = arguments.Length > 6 ? arguments[6] : "";

        var manifest = Manifest.Complete(
            Path.Combine(module, "BatchFlows.PowerShell.psd1"), ReleaseNotes.Newest(arguments[3]), prerelease);
        var packages = ThirdPartyPackage.ReadAll(File.ReadAllLines(origins));
        File.WriteAllText(Path.Combine(module, Notices), NoticeText.Of(packages));
        BillOfMaterials.Write(module, list, manifest, packages, created);
        PackageDescription.Of(manifest, list).Save(arguments[4]);
    }
}
