using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The rules that are checked, the topic and its page, and the list of Get-BatchFlowRule agree.</summary>
public partial class RuleTopicTests
{
    private static string Topic =>
        File.ReadAllText(Path.Combine(Paths.Module, "en-US", "about_BatchFlow_Rules.help.txt"));

    private static string Page =>
        File.ReadAllText(Path.Combine(Paths.Repository, "docs", "help", "about_BatchFlow_Rules.md"));

    [Fact]
    public void Topic_page_and_list_have_the_same_rules()
    {
        using var engine = new Engine();
        var listed = engine.Run(
            "Get-BatchFlowRule | ForEach-Object { \"$($_.RuleId) $($_.Title) ($($_.Severity))\" }").Texts.ToList();

        Assert.True(listed.Count > 40);
        Assert.Equal(listed, Headline().Matches(Topic).Select(match => match.Groups[1].Value));
        Assert.Equal(listed, listed.Where(rule => Page.Contains(rule, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_rule_has_its_explanation_and_remedy_in_the_topic()
    {
        using var engine = new Engine();
        var texts = engine.Run("Get-BatchFlowRule | ForEach-Object { $_.Explanation; $_.Remedy }").Texts;
        var topic = Blanks().Replace(Topic, " ");

        Lists.AssertComplete(texts.Where(text => !topic.Contains(text, StringComparison.Ordinal))
            .Select(text => $"about_BatchFlow_Rules lacks: {text}"));
    }

    [GeneratedRegex(@"^    (BF\d{3} .*\))\r?$", RegexOptions.Multiline)]
    private static partial Regex Headline();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
