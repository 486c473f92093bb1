using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The package of what is built, made twice, each time staged anew in a folder of its own.</summary>
public sealed class BuiltPackage : IAsyncLifetime
{
    public const string Version = "0.1.0-beta1";

    private readonly TemporaryFolder _folder = new();

    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        First = await PackAsync("first");
        Second = await PackAsync("second");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> PackAsync(string name)
    {
        var output = Path.Combine(_folder.Path, name);
        var (text, errors, exitCode) = await Child.RunAsync(
        [
            "pack", "src/BatchFlows.PowerShell", "--no-build", "--configuration", Paths.Configuration,
            "--output", output, "-p:Prerelease=beta1", $"-p:StagedModule={output}/staged/",
            "-nodeReuse:false", // a node that stays would keep the output open
        ]);
        Assert.True(exitCode == 0, text + errors);
        return Directory.GetFiles(output, "*.nupkg").Single();
    }
}
