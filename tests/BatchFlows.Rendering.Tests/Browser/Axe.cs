using System.Threading.Tasks;

namespace BatchFlows.Rendering.Tests;

/// <summary>The package axe-core, which checks whether a page can be used by everyone.</summary>
internal static class Axe
{
    /// <summary>Skips the test where the package was not installed.</summary>
    public static string Script => NodeModules.Read("axe-core/axe.min.js");

    /// <summary>What it finds, one violation a line; empty for none.</summary>
    public static async Task<string> ViolationsAsync(Page page, string script)
    {
        await page.CallAsync("Runtime.evaluate", new { expression = script });
        return await page.TextAsync("""
            axe.run(document).then(r => r.violations.map(v => v.id + ': ' + v.help + ' '
                + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))).join('\n'))
            """);
    }
}
