using System;
using System.Linq;
using BatchFlows.Analysis.Rules;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Secrets;
using BatchFlows.Analysis.Shells;

namespace BatchFlows.Analysis.Tests.Rules;

/// <summary>What users of other checkers reported as wrong findings or as missed ones, on ours.</summary>
public class PublicReportTests
{
    [Theory]
    [InlineData("cat <<FOO\n  foo\n  FOO\nbaz\nFOO\n")] // shellcheck 1198: the word inside of the document, indented
    [InlineData("cat <<'  FOO'\n  bar\n  FOO\n")] // the same: a word that begins with blanks
    [InlineData("cat <<EOF\nfoo\nEOF hi\nEOF;\nEOF\n")] // shellcheck 1050: the word with text after it
    [InlineData("cat <<'\"EOF'\nhello\n\"EOF\n")] // shellcheck 1650: a quote that belongs to the word
    [InlineData("cat <<'E'\\''OF'\nhello\nE'OF\n")]
    [InlineData("cat <<a; echo \"$x\"; cat <<b\n0\na\n1\nb\n")] // shellcheck 108: two documents and code between them
    [InlineData("m=$(cat << EOF\n   - Slave  (.212)\n   \u00bf M / S ?  default T -> \nEOF\n)")] // shellcheck 2103
    [InlineData("if x; then\n\tcat <<- EOF\n\tit's\n\tEOF\nfi\n")] // shellcheck 2523: <<- and a blank
    [InlineData("python3 - <<'PY'\np = 1\nprint(\"it's `\")\nPY\necho done\n")] // bashrs 217, 96: other languages
    [InlineData("cat <<MARKER\n- [ ] a box\n<li>x &lt; 10</li>\nMARKER\n")] // bashrs 242
    [InlineData("# use <<EOF below\necho '<<EOF'\ncat <<< EOF\n(( x = 1 << 3 ))\n")] // operators that are none
    [InlineData("cat <<EOF\r\nx\r\nEOF\r\n")] // cc-safety-net 115: the word keeps its carriage return
    public void WholeScript_IsNotReported(string script)
    {
        var read = ShellScript.Parse(script);

        Assert.Equal((null, null), (read.OpenHeredoc, read.OpenQuote));
    }

    [Theory]
    [InlineData("cat <<EOF\r\nx\r\nEOF\n")] // cc-safety-net 115
    [InlineData("cat <<EOF\nx\nEOF\r\n")]
    [InlineData("cat <<-EOF\n        EOF\n")] // shellcheck 2523: blanks are no tabs
    public void OpenHeredoc_IsReported(string script) => Assert.NotNull(ShellScript.Parse(script).OpenHeredoc);

    [Theory]
    [InlineData("api_key_env = \"MY_SECRET1\"")] // gitleaks 1857, detect-secrets 923
    [InlineData("DB_PASSWORD=\nDB_ENABLED=yes_please")] // gitleaks 1828
    [InlineData("CHANGE_PASSWORD = 'changePassword'")] // bearer-rules 73
    [InlineData("WRONG_PASSWORD: \"Your password is incorrect.\"")]
    [InlineData("mapsApiKey: GOOGLE_MAPS_KEY")]
    [InlineData("GH_TOKEN: ${{ github.token }}")] // noir 2108
    [InlineData("token = os.getenv(\"OPENAI_API_KEY\")")]
    [InlineData("token = process.env.GITHUB_TOKEN")]
    [InlineData("AWS_SECRET_ACCESS_KEY=$AWS_SECRET_ACCESS_KEY")]
    [InlineData("token: <your-token-here>")]
    public void TextAboutSecrets_IsNotReported(string text) => Assert.Empty(SecretFinder.Find(text));

    [Theory]
    [InlineData("password = 123456789012")] // devsecops-hooks 92: digits or letters only
    [InlineData("password = abcdefghijkl")]
    public void PlainPassword_IsReported(string text) => Assert.Single(SecretFinder.Find(text));

    [Theory]
    [InlineData("set -o nounset\nrm -rf \\\"$x/home\\\"", false)] // shellcheck 2373
    [InlineData("VAR=\\\"${PWD}\\\"\nrm -rf ${VAR}/*", false)] // shellcheck 2717
    [InlineData("rm -f -r \\\"/usr/local/$(name \\\"${X:?}\\\")\\\"", false)] // shellcheck 379
    [InlineData("for d in a*; do rm -r \\\"/$d\\\"; done", false)] // shellcheck 1868
    [InlineData("mytmp=.x\nrm -rf \\\"$BASEDIR/$mytmp\\\"", true)] // shellcheck 2167
    [InlineData("rm -rf $FOO/*", true)] // shellcheck 332
    [InlineData("sudo /bin/rm --recursive $FOO", true)]
    public void Removal_IsReportedWhereTheVariableMayBeUnset(string command, bool isFound)
    {
        var flow = RuleSamples.Edited($"tasks[0].cmd=\"{command.Replace("\n", "\\n")}\"");
        var rules = AllRules.List.Where(rule => rule.About.RuleId == "BF804");

        Assert.Equal(
            isFound,
            FlowCheck.Check(
                flow, new RuleContext(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc),
                rules).Count == 1);
    }

    [Theory]
    [InlineData("0 10,44 14 ? 3 WED", true)] // cron-utils 31 and the documentation of Quartz
    [InlineData("0 0 12 ? * SUN-SAT", true)]
    [InlineData("0 15 10 L-2 * ?", true)] // cron-utils 151
    [InlineData("0 15 10 ? * 6L 2002-2005", true)]
    [InlineData("* */5 * * * ? *", true)] // cron-utils 219
    [InlineData("0 11 11 11 11 ?", true)]
    [InlineData("0 0 12 1W ?", false)] // cron-utils 70: a field is missing
    [InlineData("L 30 * * * ?", false)] // quartz 1283
    [InlineData("0 0 13 ? * MON12345", false)] // quartz 776
    [InlineData("0 0 12 6L * ?", false)] // cron-expression-validator 10
    [InlineData("/10 * * 38 11 ?", false)] // cron-parser 38
    [InlineData("\\10 * * * * ?", false)]
    [InlineData("0 0 12 ** ?", false)] // quartznet 2583
    public void Cron_IsReadAsQuartzDocumentsIt(string text, bool isRight) =>
        Assert.Equal(isRight, Record.Exception(() => CronSchedule.Parse(text)) is null);
}
