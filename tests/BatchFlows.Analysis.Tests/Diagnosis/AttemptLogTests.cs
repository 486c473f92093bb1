using System.Linq;
using BatchFlows.Analysis.Diagnosis;

namespace BatchFlows.Analysis.Tests.Diagnosis;

/// <summary>What a log says of the last attempt of a task.</summary>
public class AttemptLogTests
{
    private const string Border = "=======================================";

    [Theory]
    [InlineData(
        "ValueError: no reading for meter 7", "Traceback (most recent call last):",
        "  File \"a.py\", line 3, in <module>", "ValueError: no reading for meter 7")]
    [InlineData(
        "requests.exceptions.ConnectionError: HTTPConnectionPool(host='db')", "KeyError: 'x'",
        "During handling of the above",
        "requests.exceptions.ConnectionError: HTTPConnectionPool(host='db')", "done")]
    [InlineData(
        "Caused by: java.net.ConnectException: Connection refused",
        "Exception in thread \"main\" java.lang.RuntimeException: x",
        "\tat a.b(C.java:1)", "Caused by: java.io.IOException: y",
        "Caused by: java.net.ConnectException: Connection refused",
        "\t... 3 more")]
    [InlineData(
        "FAILED: SemanticException [Error 10001]: Line 1:14 Table not found 'meters'", "Logging initialized",
        "FAILED: SemanticException [Error 10001]: Line 1:14 Table not found 'meters'", "0 errors in cleanup")]
    [InlineData(
        "ERROR: weather is incomplete", "INFO begin", "ERROR: weather is incomplete", "ERROR: so nothing was written")]
    [InlineData(
        "2026-03-01 02:00:01 FATAL cannot open store", "ERROR retry", "2026-03-01 02:00:01 FATAL cannot open store")]
    [InlineData(
        "./run.sh: line 3: kafkacat: command not found", "begin", "./run.sh: line 3: kafkacat: command not found",
        "end")]
    [InlineData("rows read: 17", "begin", "rows read: 17", "")]
    [InlineData("finished", "checked 17 files, 0 errors", "failures: 0", "finished")]
    [InlineData("Killed", "loading", "Killed")]
    public void The_line_that_names_the_error_is_found(string expected, params string[] log) =>
        Assert.Equal(expected, new AttemptLog(log).ErrorLine);

    [Fact]
    public void Earlier_attempts_and_the_head_with_the_command_do_not_count()
    {
        string[] log =
        [
            Border, "cmdline:\techo 'ERROR: first'", Border, "ERROR: first", "exit code 1",
            Border, "cmdline:\techo 'ERROR: of the command'", Border, "ERROR: second", "exit code 2",
        ];

        var attempt = new AttemptLog(log);

        Assert.Equal(["ERROR: second", "exit code 2"], attempt.Lines);
        Assert.Equal((2, "ERROR: second"), (attempt.ExitCode, attempt.ErrorLine));
    }

    [Fact]
    public void A_word_before_very_many_blanks_is_read_at_once()
    {
        var attempt = new AttemptLog(["exit" + new string(' ', 300_000)]);

        Assert.Equal((null, "exit"), (attempt.ExitCode, attempt.ErrorLine));
    }

    [Theory]
    [InlineData("exit code 137", 137)]
    [InlineData("Process exited with code: -1", -1)]
    [InlineData("Command returned 3", 3)]
    [InlineData("exit status 2", 2)]
    [InlineData("the exit is on the left", null)]
    [InlineData("exit code 99999999999999", null)]
    public void The_exit_code_is_that_of_the_last_line_with_one(string line, int? code) =>
        Assert.Equal(code, new AttemptLog([line, "bye"]).ExitCode);

    [Fact]
    public void An_empty_log_names_nothing()
    {
        var attempt = new AttemptLog([]);

        Assert.Empty(attempt.Lines);
        Assert.Null(attempt.ExitCode);
        Assert.Null(attempt.ErrorLine);
        Assert.Null(new AttemptLog(["exit code 1"]).ErrorLine);
    }

    [Fact]
    public void A_log_without_borders_counts_from_its_end()
    {
        var lines = Enumerable.Range(0, 9_000).Select(number => $"line {number}").Append("ERROR: x").ToArray();

        Assert.Equal((5_000, "ERROR: x"), (new AttemptLog(lines).Lines.Count, new AttemptLog(lines).ErrorLine));
    }

    [Theory]
    [InlineData(
        "ERROR: row 17 at 0x7f3a of job 5d41402abc4b2a76", "error: row  3 at 0x11 of job 0cc175b9c0f1b6a8", true)]
    [InlineData("ERROR: no table meters", "ERROR: no table days", false)]
    public void Two_lines_of_one_error_differ_in_numbers_only(string one, string other, bool isSame) =>
        Assert.Equal(isSame, ErrorSignature.Of(one) == ErrorSignature.Of(other));
}
