using System;
using System.IO;
using System.Threading;
using BatchFlows.Model.Connections;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Profiles;

/// <summary>
/// The file of the user's profiles, in the folder that the system has for settings: XDG_CONFIG_HOME or ~/.config,
/// %APPDATA% on Windows. Only the user can read it.
/// </summary>
internal static class ProfileFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="FlowException">The user has no such folder.</exception>
    public static string Path
    {
        get
        {
            var settings = Environment.GetFolderPath(
                Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return settings.Length > 0
                ? System.IO.Path.Combine(settings, "BatchFlows.PowerShell", "profiles.json")
                : throw new FlowException(
                    FailureKind.PathInvalid, "There is no folder for profiles, because this user has no home folder.",
                    remedy: "Set the environment variable HOME or XDG_CONFIG_HOME.");
        }
    }

    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static ProfileBook Read() => Read(Path);

    /// <summary>Changes the file; the change of another process at the same moment is not lost.</summary>
    /// <param name="change">The new text; null to leave the file as it is.</param>
    /// <exception cref="FileNotReadException">It cannot be read, or is something else, and stays as it is.</exception>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public static void Change(Func<ProfileBook, string?> change, CancellationToken cancellationToken)
    {
        var path = Path;
        AtomicFile.CreatePrivateFolder(path);
        using var turn = WaitForTurn(path, cancellationToken);
        if (change(Read(path)) is { } text)
            AtomicFile.Write(path, text, replace: true, cancellationToken, isPrivate: true);
    }

    private static ProfileBook Read(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) return ProfileBook.Empty;
        try
        {
            return ProfileBook.Parse(BoundedFile.Read(path, BoundedFile.UsualLimit, CancellationToken.None));
        }
        catch (FormatException e)
        {
            throw new FileNotReadException(
                path, e.Message, e,
                remedy: "Edit the file, or delete it and save the profiles again with Set-BatchFlowProfile. It was not "
                    + "changed.");
        }
    }

    /// <summary>
    /// The process that has this file open may write. The file is never removed, because its removal would let in two
    /// processes.
    /// </summary>
    private static FileStream WaitForTurn(string path, CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                if (cancellationToken.WaitHandle.WaitOne(20)) cancellationToken.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new FileNotWrittenException(path, e);
            }
        }
    }
}
