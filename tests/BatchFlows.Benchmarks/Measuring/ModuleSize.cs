using System;
using System.IO;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>What the module takes on disk, file by file.</summary>
internal static class ModuleSize
{
    public static void Print()
    {
        var files = new DirectoryInfo(Module.Folder).GetFiles("*", SearchOption.AllDirectories);
        Console.WriteLine();
        Console.WriteLine($"Module size: {files.Sum(file => file.Length) / 1024:#,0} KB");
        foreach (var file in files.OrderByDescending(file => file.Length))
            Console.WriteLine(
                $"{file.Length / 1024,6:#,0} KB  "
                    + $"{Path.GetRelativePath(Module.Folder, file.FullName).Replace('\\', '/')}");
    }
}
