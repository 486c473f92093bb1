using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The manifest, after the build has put release notes and the label of a prerelease into it.</summary>
public sealed class CompletedManifestTests : IDisposable
{
    private const string UpdateScript =
        """
        $ErrorActionPreference = 'Stop'
        $path = $env:BATCHFLOWS_TEST_MANIFEST
        $before = Import-PowerShellDataFile $path
        Update-PSModuleManifest -Path $path -Prerelease beta1
        $after = Import-PowerShellDataFile $path
        if ($after.PrivateData.PSData.Prerelease -ne 'beta1') { throw 'The label is missing.' }
        function Get-Text($value) { @($value | ForEach-Object { "$_" -replace '\r?\n', "`n" }) -join '|' }
        foreach ($key in $before.Keys.Where({ $_ -ne 'PrivateData' })) {
            if ((Get-Text $before.$key) -cne (Get-Text $after.$key)) { "$key : $(Get-Text $after.$key)" }
        }
        foreach ($key in $before.PrivateData.PSData.Keys) {
            $was, $is = $before.PrivateData.PSData.$key, $after.PrivateData.PSData.$key
            if ((Get-Text $was) -cne (Get-Text $is)) { "PSData.$key : $(Get-Text $is)" }
        }
        $module = Import-Module $path -PassThru
        if ("$($module.Version)-$($module.PrivateData.PSData.Prerelease)" -ne "$($before.ModuleVersion)-beta1") {
            'The module has another version.'
        }
        Compare-Object $before.CmdletsToExport @($module.ExportedCommands.Keys) | Out-String
        Connect-BatchFlow -Sandbox
        (Export-BatchFlow -FlowId 3001).FlowName
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Update_PSModuleManifest_changes_nothing_but_what_it_is_asked_for()
    {
        var copy = Path.Combine(_folder.Path, "BatchFlows.PowerShell");
        foreach (var file in Directory.GetFiles(Paths.Module, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Paths.Module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var (output, errors, exitCode) = await Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command", UpdateScript],
            variables: [("BATCHFLOWS_TEST_MANIFEST", Path.Combine(copy, "BatchFlows.PowerShell.psd1"))]);

        Assert.Equal(("etl_meter_readings", "", 0), (output.Trim(), errors, exitCode));
    }

    [Theory]
    [InlineData("it's 'quoted' \u2018so\u2019 and \u201alow\u201b, \"double\" $(1 + 1) $true `n, caf\u00e9")]
    [InlineData("'")]
    [InlineData("first\n\n'@\nlast")]
    public async Task Release_notes_are_any_text(string notes)
    {
        var (manifest, _, exitCode) = await CompleteAsync($"# Changelog\n\n## New\n\n{notes}\n\n## Old\n\n- no\n", "");
        using var engine = new Engine();

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [notes],
            engine.Run(
                $"$text = [IO.File]::ReadAllText('{manifest}'); "
                    + "[scriptblock]::Create($text).InvokeReturnAsIs().PrivateData.PSData.ReleaseNotes").Texts);
        // Windows PowerShell reads a file without this mark in the code page of the machine.
        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(manifest)).Take(3));
    }

    [Theory]
    [InlineData("-pre")]
    [InlineData("beta.1")]
    [InlineData("1")]
    [InlineData("b'")]
    public async Task A_label_that_the_gallery_refuses_ends_the_build(string label)
    {
        var (_, errors, exitCode) = await CompleteAsync("## New\n\n- a\n", label);

        Assert.Equal(1, exitCode);
        Assert.Contains($": error PACK : The prerelease label '{label}'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_without_notes_ends_the_build()
    {
        var (_, errors, exitCode) = await CompleteAsync("## New\n\n## Old\n\n- a\n", "");

        Assert.Equal(1, exitCode);
        Assert.Contains("The newest section of", errors, StringComparison.Ordinal);
    }

    /// <summary>Completes the manifest in the sources, as the build does, in a folder with nothing else.</summary>
    private async Task<(string Manifest, string Errors, int ExitCode)> CompleteAsync(string changelog, string label)
    {
        string Write(string name, string text)
        {
            var path = Path.Combine(_folder.Path, name);
            File.WriteAllText(path, text);
            return path;
        }

        File.Copy(
            Path.Combine(Paths.Repository, "module", "BatchFlows.PowerShell.psd1"),
            Path.Combine(_folder.Path, "BatchFlows.PowerShell.psd1"));
        string[] arguments =
        [
            Paths.Package, _folder.Path, Write("files.txt", "BatchFlows.PowerShell.psd1\n"), Write("origins.txt", ""),
            Write("changes.md", changelog), Path.Combine(_folder.Path, "x.nuspec"), "0",
        ];
        var (_, errors, exitCode) = await Child.RunAsync(label.Length > 0 ? [.. arguments, label] : arguments);
        return (Path.Combine(_folder.Path, "BatchFlows.PowerShell.psd1"), errors, exitCode);
    }
}
