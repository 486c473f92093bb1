using System.Linq;
using BatchFlows.Analysis.Shells;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Shells;

public class ShellScriptTests
{
    [Theory]
    [InlineData("cat <<EOF\nhello\nEOF\n")]
    [InlineData("cat <<EOF\nhello\nEOF")]
    [InlineData("cat <<EOF\r\nhello\r\nEOF\r\n")]
    [InlineData("cat <<-EOF\n\thello\n\tEOF\n")]
    [InlineData("cat <<'EOF'\nit's \"one\nEOF\n")]
    [InlineData("cat <<\"E\\OF\" > a.txt\n$(\nEOF\n")]
    [InlineData("cat <<A <<B\n1\nA\n2\nB\n")]
    [InlineData("cat << EOF | grep a && echo b\na\nEOF\n")]
    [InlineData("x=$(cat <<EOF\nit's (\nEOF\n)\necho \"$x\"")]
    [InlineData("cat <<< 'here'\ncat <<<\"$x\"")]
    [InlineData("echo $((1<<2)) && (( x<<=1 ))")]
    [InlineData("echo '<<EOF'")]
    [InlineData("echo \"<<EOF\"")]
    [InlineData("# cat <<EOF it's\necho")]
    [InlineData("echo a#b'c'")]
    [InlineData("echo ${x#it} ${y##*/} ${z:-\"a b\"}")]
    [InlineData("echo \"$(echo \"it's $(date)\")\"")]
    [InlineData("echo it\\'s \"say \\\"hi\\\"\"")]
    [InlineData("echo $'it\\'s'")]
    [InlineData("echo `date '+%F'`")]
    [InlineData("python3 - <<'PY'\nprint(\"it's\")\nPY\nexit $?")]
    [InlineData("awk '{print $1 \" \" $2}' a.txt | sed \"s/a/'/\"")]
    [InlineData("case $x in a) echo \"b\";; esac")]
    [InlineData("x=$(case $y in a) echo 1;; esac) # it's")]
    [InlineData("f() { echo \"a\"; }\nf")]
    [InlineData("")]
    public void WholeScript_HasNothingOpen(string text)
    {
        var script = ShellScript.Parse(text);

        Assert.Equal((null, null), (script.OpenHeredoc, script.OpenQuote));
    }

    [Theory]
    [InlineData("cat <<EOF\nhello\n", "EOF", 1)]
    [InlineData("cat <<EOF", "EOF", 1)]
    [InlineData("echo\ncat <<EOF\n  EOF\n", "EOF", 2)]
    [InlineData("cat <<EOF\n\tEOF\n", "EOF", 1)]
    [InlineData("cat <<EOF\nEOF \n", "EOF", 1)]
    [InlineData("cat <<A <<B\nA\n", "B", 1)]
    [InlineData("x=$(cat <<EOF\nEOF)\n", "EOF", 1)]
    public void HeredocWithoutEnd_IsOpen(string text, string delimiter, int line) =>
        Assert.Equal((delimiter, line), ShellScript.Parse(text).OpenHeredoc);

    [Theory]
    [InlineData("echo 'a", '\'', 1)]
    [InlineData("echo a\necho \"b\n", '"', 2)]
    [InlineData("echo it's", '\'', 1)]
    [InlineData("echo \"$(echo 'a)\"", '\'', 1)]
    [InlineData("echo `date", '`', 1)]
    public void QuoteWithoutEnd_IsOpen(string text, char quote, int line) =>
        Assert.Equal((quote, line), ShellScript.Parse(text).OpenQuote);

    [Fact]
    public void Commands_AreTheirWords() => Assert.Equal(
        "if|[ -f a ]|then|rm -rf \"$x y\" a{b,c}|fi|echo $(rm -rf b) ${y}",
        string.Join("|", ShellScript.Parse(
            "if [ -f a ]; then\n  rm -rf \"$x y\" a{b,c} # no\nfi && echo $(rm -rf b) ${y}").Commands
            .SelectMany(
                words => words[0] is "if" or "then" && words.Count > 1 ? [
                    words[0], string.Join(" ", words.Skip(1))] : new[] { string.Join(" ", words) })));

    [Theory]
    [InlineData("a=1; export b=2\nfor c in x; do read -r d e; done; local -r f=3; g+=1", "a,b,c,d,e,f,g")]
    public void Variables_ThatGetAValue(string text, string names) =>
        Assert.Equal(names, string.Join(",", ShellScript.Parse(text).Assigned.Order()));

    [Theory]
    [InlineData("set -eu", true, true)]
    [InlineData("#!/bin/bash -eu\n", true, true)]
    [InlineData("set -e -o pipefail\n", true, false)]
    [InlineData("set -o pipefail -e", true, false)]
    [InlineData("set -euo pipefail", true, true)]
    [InlineData("echo; set -o nounset", false, true)]
    [InlineData("offset -eu; echo 'set -eu'", false, false)]
    public void Options_OfAScript(string text, bool endsAtErrors, bool endsAtUnset)
    {
        var script = ShellScript.Parse(text);

        Assert.Equal((endsAtErrors, endsAtUnset), (script.EndsAtErrors, script.EndsAtUnsetVariables));
    }

    [Fact]
    public void AnyText_IsRead() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["\"'`$(){}<-\\\n \tE#;|&a"], 0, 60])
        .Sample(text => ShellScript.Parse(text).Commands.Count >= 0, iter: 20000);

    [Fact]
    public void DeepText_IsRead() =>
        Assert.Null(ShellScript.Parse(string.Concat(Enumerable.Repeat("$(\"${", 100_000))).OpenQuote);
}
