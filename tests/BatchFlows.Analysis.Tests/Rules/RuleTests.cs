using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Rules;

namespace BatchFlows.Analysis.Tests.Rules;

public class RuleTests
{
    private static readonly RuleContext Context = new(
        new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"))
    {
        LinkedFlows = new Dictionary<string, FlowDefinition?>
        {
            ["other"] = FlowDefinition.Parse(RuleSamples.Other),
            ["gone"] = null,
            ["follower"] = FlowDefinition.Parse(
                """{"name":"follower","tasks":[],"flowLinks":[{"sourceFlowName":"f"}]}"""),
        },
    };

    public static TheoryData<string> Ids => [.. RuleSamples.All.Select(sample => sample.RuleId)];

    [Fact]
    public void CleanFlow_HasNoFindings() => Assert.Empty(Check(FlowDefinition.Parse(RuleSamples.Clean)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_FindsItsSampleAndJustNotTheOther(string ruleId)
    {
        var (_, found, notFound) = RuleSamples.All.Single(sample => sample.RuleId == ruleId);

        var findings = Check(RuleSamples.Edited(found));

        Assert.Contains(findings, finding => finding.RuleId == ruleId);
        Assert.DoesNotContain(Check(RuleSamples.Edited(notFound)), finding => finding.RuleId == ruleId);
        Assert.All(findings, finding => Assert.Matches("[.?]$", finding.Message));
    }

    [Fact]
    public void EveryRule_HasSamplesAndItsPlaceInTheList()
    {
        var inSource = typeof(Rule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).ToList();
        var ids = AllRules.List.Select(rule => rule.About.RuleId).ToList();

        Lists.AssertComplete(inSource.Except(
            AllRules.List.Select(rule => rule.GetType())).Select(type => $"AllRules.List lacks {type.Name}")
            .Concat(
                ids.Except(RuleSamples.All.Select(sample => sample.RuleId)).Select(id => $"RuleSamples.All lacks {id}"))
            .Concat(AllRules.List.Where(
                rule => !rule.GetType().Namespace!.EndsWith("." + rule.About.Family, StringComparison.Ordinal))
                .Select(rule => $"{rule.GetType().Name} is not in the folder {rule.About.Family}")));
        Assert.Equal(ids.Distinct().OrderBy(id => id, StringComparer.Ordinal), ids);
        Assert.Equal(ids, RuleSamples.All.Select(sample => sample.RuleId));
    }

    [Fact]
    public void Texts_AreSentencesThatFitOnAPage() => Lists.AssertComplete(AllRules.List.Select(rule => rule.About)
        .Where(about => !about.Explanation.EndsWith('.') || !about.Remedy.EndsWith('.') || about.Title.EndsWith('.')
            || about.Title.Length > 60 || char.IsUpper(about.Title[0]))
        .Select(about => $"{about.RuleId}: title, explanation or remedy has another form"));

    [Theory]
    [InlineData("""[{"rule":"BF401","reason":"it is killed from outside"}]""", 0)]
    [InlineData("""[{"rule":"bf401","task":"a","reason":"it is killed from outside"}]""", 0)]
    [InlineData("""[{"rule":"BF401","task":"b","reason":"it is killed from outside"}]""", 1)]
    [InlineData("""[{"rule":"BF402","reason":"it is killed from outside"}]""", 1)]
    [InlineData("""[{"rule":"BF401","reason":" "}]""", 1)]
    [InlineData("""[{"rule":"BF401"}]""", 1)]
    [InlineData("""{"rule":"BF401","reason":"r"}""", 0)]
    [InlineData("""["BF401"]""", 1)]
    [InlineData("1", 1)]
    public void SuppressedFinding_IsLeftOutWhenThereIsAReason(string suppress, int count) => Assert.Equal(
        count,
        Check(RuleSamples.Edited($"tasks[0].timeout=0\n$suppress={suppress}"))
            .Count(finding => finding.RuleId == "BF401"));

    [Fact]
    public void Finding_NamesItsPlace()
    {
        var finding = Check(RuleSamples.Edited("""tasks[1].runMode.cpu=5""")).Single();

        Assert.Equal(
            ("BF301", "tasks[1].runMode.cpu", "b", "f"),
            (finding.RuleId, finding.Location, finding.TaskName, finding.FlowName));
        Assert.Equal(
            "BF301 tasks[1].runMode.cpu: cpu is 5, and the service allows 0.1 to 2 cores.", finding.ToString());
    }

    [Fact]
    public void HostileText_DoesNotReachTheScreen() => Assert.All(
        Check(RuleSamples.Edited("cycle=\"\\u001b[2J\"\nowners=\"\\u0007\"\ntasks[0].type=\"\\u202e\"")),
        finding => Assert.DoesNotContain(
            finding.Message, character => char.IsControl(character) || character == '\u202e'));

    [Fact]
    public void LargeFlow_IsChecked()
    {
        var numbers = Enumerable.Range(0, 10_000).ToList();
        var flow = FlowDefinition.Parse(
            $$"""
            {"name":"f","tasks":[{{string.Join(",", numbers.Select(i => $$"""{"name":"task_{{i}}","type":3,"cmd":"token=abcd{{i}}\nls"}"""))}}],
             "relations":[{{string.Join(",", numbers.Select(i => $$"""{"sourceTaskName":"task_{{i + 1}}","targetTaskName":"task_{{i}}"}"""))}},
              {{string.Join(",", numbers.Select(i => $$"""{"sourceTaskName":"tusk_{{i}}","targetTaskName":"task_{{i}}"}"""))}}]}
            """);

        Assert.Equal(10_001, Check(flow).Count(finding => finding.RuleId == "BF103"));
    }

    [Theory]
    [InlineData(
        """relations[1]={"sourceTaskName":"b","targetTaskName":"a"}""", "The tasks 'a', 'b' wait for each other.")]
    [InlineData("""relations[0]={"sourceTaskName":"b","targetTaskName":"b"}""", "The task 'b' waits for itself.")]
    [InlineData(
        "relations=[{\"sourceTaskName\":\"x\",\"targetTaskName\":\"a\"},{\"sourceTaskName\":\"a\",\"targetTaskName\":\"b\"},{\"sourceTaskName\":\"b\",\"targetTaskName\":\"a\"},{\"sourceTaskName\":\"b\",\"targetTaskName\":\"y\"}]",
        "The tasks 'a', 'b' wait for each other.")]
    public void Circle_IsNamedWithoutWhatLeadsToItOrFollowsIt(string edits, string message) =>
        Assert.Equal(message, Check(RuleSamples.Edited(edits)).Single(finding => finding.RuleId == "BF101").Message);

    private static IReadOnlyList<FlowFinding> Check(FlowDefinition flow) =>
        FlowCheck.Check(flow, Context, AllRules.List);
}
