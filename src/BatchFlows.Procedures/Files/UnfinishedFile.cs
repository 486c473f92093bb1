using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// Files that are being written under a temporary name. It contains the machine and the process, so that a later export
/// into the folder removes the file of a killed process, and no other file.
/// </summary>
internal static class UnfinishedFile
{
    private static readonly Regex Form = new(
        @"^\.batchflows-([0-9a-f]{8})-([0-9]{1,9})-([0-9a-f]{8})-[0-9a-f]{32}\.tmp\z", RegexOptions.CultureInvariant);

    private static readonly string Machine = ShortHash.Of(Environment.MachineName);

    /// <summary>
    /// Distinguishes this process from an earlier one with the same number, such as the first process of a container.
    /// </summary>
    private static readonly string Token = $"{Guid.NewGuid():N}".Remove(8);

    private static readonly int ProcessId = NumberOfThisProcess();

    public static string In(string folder) => Path.Combine(folder, NameOf(Machine, ProcessId, Token));

    /// <summary>Removes the files of processes of this machine that no longer run.</summary>
    public static void RemoveLeft(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, ".batchflows-*.tmp").Where(IsLeft)) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They harm nobody, and the next export tries again.
        }
    }

    internal static string NameOf(string machine, int processId, string token) =>
        $".batchflows-{machine}-{processId.ToString(CultureInfo.InvariantCulture)}-{token}-{Guid.NewGuid():N}.tmp";

    private static bool IsLeft(string path)
    {
        var name = Form.Match(Path.GetFileName(path));
        if (!name.Success || name.Groups[1].Value != Machine) return false;
        var processId = int.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture);
        return processId == ProcessId ? name.Groups[3].Value != Token : !IsRunning(processId);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int NumberOfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.Id;
    }
}
