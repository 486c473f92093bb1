using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;

namespace BatchFlows.Analysis.Tests;

/// <summary>The real programs that apply a patch, in a folder of their own.</summary>
internal sealed class PatchTool(string program, params string[] arguments)
{
    public static readonly PatchTool Git = new("git", "apply", "--whitespace=nowarn", "-");
    public static readonly PatchTool Patch = new("patch", "-p1", "--binary", "--quiet", "--no-backup-if-mismatch");

    /// <summary>The files that a patch makes of others, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Apply(string patch, IEnumerable<KeyValuePair<string, string>> files)
    {
        Assert.SkipUnless(IsThere, $"{program} is not installed");
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.WriteAllBytes(Path.Combine(folder, path), Encoding.UTF8.GetBytes(text));
            }

            Run(folder, patch);
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'),
                path => Encoding.UTF8.GetString(File.ReadAllBytes(path)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool IsThere
    {
        get
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    private void Run(string folder, string patch)
    {
        using var process = Process.Start(new ProcessStartInfo(program, string.Join(" ", arguments))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            // A repository around the folder for temporary files would have git ignore the files in it.
            Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder) },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(patch));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}\n{patch}");
    }
}
