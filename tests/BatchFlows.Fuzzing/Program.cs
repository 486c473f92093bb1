using System;
using System.Threading.Tasks;
using Xunit.Runner.InProc.SystemConsole;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Runs the tests, or, with options such as <c>--inputs 1000000</c>, the fuzzer for as long as they say.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [['-', '-', ..], ..]) return await ConsoleRunner.Run(arguments);
        if (RunOptions.Parse(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(RunOptions.Usage);
            return 2;
        }

        var findings = new FuzzRun(options, Console.Out).Run();
        foreach (var finding in findings) Console.WriteLine($"\n{finding}");
        return findings.Count == 0 ? 0 : 1;
    }
}
