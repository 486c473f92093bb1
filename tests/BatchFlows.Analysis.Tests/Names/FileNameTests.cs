using System.Collections.Generic;
using BatchFlows.Analysis.Names;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

public class FileNameTests
{
    [Theory]
    [InlineData("etl_meter_readings", "etl_meter_readings")]
    [InlineData("a b.c", "a b.c")]
    [InlineData("a/b", "a_b~c14cddc0")]
    [InlineData("CON", "_CON~")]
    [InlineData("com1.x", "_com1.x~")]
    [InlineData("COM\u00b9", "_COM\u00b9~")]
    [InlineData("..", "_~")]
    [InlineData("", "_~")]
    [InlineData(".git", "git~")]
    [InlineData("end. ", "end~")]
    public void A_name_changes_only_where_some_system_demands_it(string text, string start) =>
        Assert.StartsWith(start, FileName.Of(text));

    [Fact]
    public void Every_name_stays_in_its_folder_and_two_texts_get_two_names()
    {
        var names = new Dictionary<string, string>();
        Definitions.Text.Where(Definitions.IsUnicode).Sample(
            text =>
            {
                var name = FileName.Of(text);
                Assert.Null(RelativePath.ProblemOf(name));
                Assert.DoesNotContain('/', name);
                Assert.True(name.Length <= 220);
                lock (names)
                {
                    if (names.TryGetValue(name, out var other)) Assert.Equal(other, text);
                    names[name] = text;
                }
            },
            iter: 3000);
    }

    [Theory]
    [InlineData("a/b.sh")]
    [InlineData("a b/c.d/e")]
    [InlineData("\u4f60\u597d.sh")]
    [InlineData("console/lpt.sh")]
    public void A_path_inside_the_folder_is_accepted(string path) => Assert.Null(RelativePath.ProblemOf(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share/x")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("..\\x")]
    [InlineData("a\\b")]
    [InlineData("\\\\server\\share")]
    [InlineData("C:/x")]
    [InlineData("C:x")]
    [InlineData("x.sh:hidden")]
    [InlineData("x.sh::$DATA")]
    [InlineData("a/CON")]
    [InlineData("nul.sh")]
    [InlineData("AUX /x")]
    [InlineData("a/lpt9.txt")]
    [InlineData("com\u00b2")]
    [InlineData("conin$")]
    [InlineData("a./x")]
    [InlineData("a/x.")]
    [InlineData("a/x ")]
    [InlineData(".. /x")]
    [InlineData("a/\0")]
    [InlineData("a\n/b")]
    [InlineData("a|b")]
    [InlineData("a*")]
    public void A_path_that_leaves_the_folder_on_some_system_is_refused(string? path) =>
        Assert.NotNull(RelativePath.ProblemOf(path));
}
