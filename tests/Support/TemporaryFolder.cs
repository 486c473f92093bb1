using System;
using System.IO;
using System.Linq;

namespace BatchFlows.Tests;

/// <summary>A folder for files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"batchflows-{Guid.NewGuid():N}");

    /// <summary>Relative paths of all files and folders in it.</summary>
    public string[] Files => [.. Directory.GetFileSystemEntries(Path, "*", SearchOption.AllDirectories)
        .Select(file => file.Substring(Path.Length + 1).Replace('\\', '/'))
            .OrderBy(file => file, StringComparer.Ordinal)];

    /// <summary>Relative paths of all files, with what they hold.</summary>
    public string[] Contents => [.. Files.Where(name => File.Exists(System.IO.Path.Combine(Path, name)))
        .Select(name => $"{name}: {Read(name)}")];

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
