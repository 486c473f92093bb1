using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A program that <c>dotnet</c> runs in a process of its own, with the module's variables set to nothing.
/// </summary>
internal static class Child
{
    /// <summary>Runs a program to its end, and gives what it wrote.</summary>
    /// <param name="arguments">The program, and what it is started with.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="variables">Variables of its environment, beside those of the tests.</param>
    public static async Task<(string Output, string Errors, int ExitCode)> RunAsync(
        IEnumerable<string> arguments, string input = "", IEnumerable<(string Name, string Value)>? variables = null)
    {
        var start = Describe("dotnet", arguments, variables ?? []);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, await errors, process.ExitCode);
    }

    /// <summary>A process that finds nothing of the user who runs the tests.</summary>
    public static ProcessStartInfo Describe(
        string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Paths.Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        foreach (var name in EnvironmentTests.Variables) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return start;
    }
}
