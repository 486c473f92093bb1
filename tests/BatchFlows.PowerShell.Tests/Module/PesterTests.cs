using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// The tests in tests/Pester: what users see of the module in a real shell, which the engine alone does not show.
/// </summary>
public class PesterTests
{
    /// <summary>Each group has a shell of its own, all at once: most of these tests wait.</summary>
    private static readonly string[] Groups = ["[A-D]*", "[E-F]*", "[G-Z]*"];

    private const string Script =
        """
        $ErrorActionPreference = 'Stop'
        Import-Module $env:BATCHFLOWS_PESTER
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = (Get-Item "tests/Pester/$env:BATCHFLOWS_GROUP.Tests.ps1").FullName
        $configuration.Run.PassThru = $true
        $configuration.Output.RenderMode = 'Plaintext'
        $result = Invoke-Pester -Configuration $configuration
        if ($result.Result -ne 'Passed' -or $result.PassedCount -lt 30) {
            $result.FailedContainers + $result.FailedBlocks + $result.Failed | ForEach-Object {
                "FAILED: $($_.ExpandedPath ?? $_.Item)", ($_.ErrorRecord | Out-String)
            }
            exit 1
        }
        """;

    [Fact]
    public async Task All_pass_in_a_real_shell()
    {
        var results = await Task.WhenAll(Groups.Select(group => Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command", Script],
            variables: [("BATCHFLOWS_PESTER", Paths.Pester), ("BATCHFLOWS_GROUP", group)])));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Errors + result.Output));
    }
}
