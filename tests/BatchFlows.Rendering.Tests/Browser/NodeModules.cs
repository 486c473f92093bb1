using System;
using System.IO;

namespace BatchFlows.Rendering.Tests;

/// <summary>
/// Scripts of npm packages that tests use where they were installed; none of them is part of this repository.
/// </summary>
internal static class NodeModules
{
    /// <summary>The text of a file; skips the test where the folder BATCHFLOWS_NODE_MODULES does not have it.</summary>
    public static string Read(string path)
    {
        var folder = Environment.GetEnvironmentVariable("BATCHFLOWS_NODE_MODULES") ?? "";
        var file = Path.Combine(folder, path);
        Assert.SkipUnless(
            folder.Length > 0 && File.Exists(file),
            $"BATCHFLOWS_NODE_MODULES names no folder with {path}: npm install mermaid axe-core.");
        return File.ReadAllText(file);
    }
}
