using System;
using System.Collections.Generic;
using System.Text;
using BatchFlows.Analysis.Diagnosis;

namespace BatchFlows.Fuzzing.Targets.Analysis;

/// <summary>The log of a failed task, of which one line names the error.</summary>
internal sealed class DiagnosisTarget : IFuzzTarget
{
    public string Name => "diagnosis";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        "====================\necho a\n====================\na\nERROR: column 'reading' is missing\nexit code 2",
        "Exception in thread \"main\" java.io.IOException: x\n\tat a.b(C.java:1)\nCaused by: java.net.SocketException: y",
        "Traceback (most recent call last):\n  File \"a.py\", line 1\nValueError: bad\n", "0 errors\nFAILED: Parse\nexited 1");

    public void Run(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n');
        var log = new AttemptLog(lines);
        _ = log.ExitCode;
        if (log.ErrorLine is not { } error) return;
        Law.Holds(
            Array.Exists(lines, line => line.Contains(error, StringComparison.Ordinal)), "an error is in no line");
        Law.Holds(ErrorSignature.Of(ErrorSignature.Of(error)) == ErrorSignature.Of(error),
            "the signature of an error has another signature");
    }
}
