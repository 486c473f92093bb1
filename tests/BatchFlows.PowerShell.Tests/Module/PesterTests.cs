using System.Diagnostics;
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
        var start = new ProcessStartInfo(
            "dotnet", [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command", Script])
        {
            WorkingDirectory = Paths.Repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["BATCHFLOWS_PESTER"] = Paths.Pester;
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        foreach (var name in EnvironmentTests.Variables) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output + await errors);
    }
}
