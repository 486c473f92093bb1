using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// The tests in tests/Pester: what users see of the module in a real shell, which the engine alone does not show.
/// </summary>
public class PesterTests
{
    private const string Script =
        """
        $ErrorActionPreference = 'Stop'
        Import-Module $env:BATCHFLOWS_PESTER
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = 'tests/Pester'
        $configuration.Run.PassThru = $true
        $configuration.Output.RenderMode = 'Plaintext'
        $result = Invoke-Pester -Configuration $configuration
        if ($result.Result -ne 'Passed' -or $result.PassedCount -lt 100) { exit 1 }
        """;

    [Fact]
    public async Task All_pass_in_a_real_shell()
    {
        var (output, errors, exitCode) = await Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command", Script],
            variables: [("BATCHFLOWS_PESTER", Paths.Pester)]);

        Assert.True(exitCode == 0, output + errors);
    }
}
