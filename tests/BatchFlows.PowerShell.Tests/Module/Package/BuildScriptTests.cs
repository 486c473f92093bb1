using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What build.ps1 calls.</summary>
public class BuildScriptTests
{
    private static readonly string Project = Path.Combine(Paths.Repository, "src/BatchFlows.PowerShell");

    [Fact]
    public async Task Each_task_is_one_call_of_dotnet()
    {
        var target = Path.Combine(Path.GetTempPath(), "some modules", "BatchFlows.PowerShell/0.1.0/");

        var calls = await CallsAsync(
            $"Build, Test, Pack, Install -Prerelease beta1 -Destination '{Path.GetTempPath()}some modules'");

        Assert.Equal(
        [
            "build --configuration Debug", "test --configuration Debug",
            $"pack {Project} --configuration Release -p:Prerelease=beta1",
            $"build {Project} --configuration Release -p:StagedModule={target} -p:Prerelease=beta1",
        ], calls);
    }

    [Fact]
    public async Task With_WhatIf_it_calls_nothing() =>
        Assert.Empty(await CallsAsync("Build, Test, Pester, Pack, Install -WhatIf"));

    /// <summary>Runs the script where dotnet is a function that only writes what it was called with.</summary>
    private static async Task<string[]> CallsAsync(string tasks)
    {
        const string mark = "CALL ";
        var (output, errors, exitCode) = await Child.RunAsync(
            [Paths.PowerShell, "-NoProfile", "-NonInteractive", "-Command",
                $"function dotnet {{ '{mark}' + ($args -join ' ') }}; ./build.ps1 -Task {tasks}"]);
        Assert.True(exitCode == 0, output + errors);
        return [.. output.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal))
            .Select(line => line[mark.Length..].TrimEnd())];
    }
}
