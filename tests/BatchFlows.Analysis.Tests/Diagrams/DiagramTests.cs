using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests;

public class DiagramTests
{
    private const string Flow = """
        {"name":"f","cron":"0 30 1 * * ? *","type":1,
        "tasks":[{"name":"a","type":"SHELL","timeout":60},{"name":"b","type":8},{"name":"a","type":"MR"},{"name":" "}],
        "relations":[{"sourceTaskName":"a","targetTaskName":"b"},{"sourceTaskName":"a","targetTaskName":"b"},
        {"sourceTaskName":"gone","targetTaskName":"a"}],
        "flowLinks":[{"linkId":"0","sourceFlowName":"up"}],"taskLinks":[{"linkId":"1","sourceFlowName":"up","sourceTaskName":"t"}],
        "linkRelations":[{"linkId":"0","targetTaskName":"a"},{"linkId":"1","targetTaskName":"b"},{"linkId":"9","targetTaskName":"b"}]}
        """;

    [Fact]
    public void Definition_ShowsTasksLinksAndWhatIsMissing()
    {
        var diagram = DefinitionDiagram.Of(FlowDefinition.Parse(Flow));

        Assert.Equal(("f", "daily 01:30, 4 tasks"), (diagram.Title, diagram.Note));
        Assert.Equal(
            [
                "Task a SHELL", "Task b PYTHON", "Task a MR", "Task (no name) ", "Link up flow",
                "Link up/t task of another flow", "Missing gone missing", "Missing link 9 missing"],
            diagram.Nodes.Select(node => $"{node.Kind} {node.Label} {node.Note}"));
        Assert.Equal(["a>b", "gone>a", "up>a", "up/t>b", "link 9>b"], Edges(diagram));
        Assert.Equal(
            ["type: SHELL", "timeout: 60"],
            diagram.Nodes[0].Details.Where(line => !line.StartsWith("run mode", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_AreOneLineAndHarmless()
    {
        var flow = new FlowDefinition { FlowName = "\u001b[2J\nx" };
        flow.Tasks.Add(new FlowTask { TaskName = "a\u202Eb\ud800\r\nc", Command = "password=secret" });

        var diagram = DefinitionDiagram.Of(flow);

        Assert.Equal("\uFFFD[2J x", diagram.Title);
        Assert.Equal("a\uFFFDb\uFFFD  c", diagram.Nodes[0].Label);
        Assert.DoesNotContain(diagram.Nodes[0].Details, line => line.Contains("secret"));
    }

    [Fact]
    public void Comparison_MarksWhatWasAddedRemovedAndChanged()
    {
        var (one, other) = (FlowDefinition.Parse(Flow), FlowDefinition.Parse(Flow));
        other.Tasks[0].Timeout = 90;
        other.Tasks.RemoveAt(3);
        other.Tasks.Add(new FlowTask { TaskName = "new" });
        other.Relations.Clear();
        other.Relations.Add(new TaskRelation { SourceTaskName = "b", TargetTaskName = "new" });
        var pair = new FlowPair(new ComparedFlow(one), new ComparedFlow(other));

        var diagram = ComparisonDiagram.Of(pair.Differences()[0].Pair!);

        Assert.Equal(
            [
                "Changed a Timeout", "None b PYTHON", "Changed a Timeout", "Added new ", "None up flow",
                "None up/t task of another flow", "Removed (no name) ", "None link 9 missing", "None gone missing"],
            diagram.Nodes.Select(node => $"{node.Mark} {node.Label} {node.Note}"));
        Assert.Equal(
            ["b>new Added", "up>a None", "up/t>b None", "link 9>b None", "a>b Removed", "gone>a Removed"],
            diagram.Edges.Select((edge, i) => $"{Edges(diagram)[i]} {edge.Mark}"));
    }

    [Fact]
    public void FlowWithoutCounterpart_IsAddedOrRemovedAsAWhole()
    {
        var flow = new ComparedFlow(FlowDefinition.Parse(Flow));

        Assert.All(
            ComparisonDiagram.Of(new FlowPair(null, flow)).Nodes.Where(node => node.Kind != DiagramNodeKind.Missing),
            node => Assert.Equal(DiagramMark.Added, node.Mark));
        Assert.All(
            ComparisonDiagram.Of(new FlowPair(flow, null)).Edges, edge => Assert.Equal(DiagramMark.Removed, edge.Mark));
    }

    [Fact]
    public void Dependencies_ShowEachFlowOnce_AndUnknownOnesAsSuch()
    {
        var diagram = DependencyDiagram.Of(
            "d", [("a", "daily"), ("b", "")], [("b", "a"), ("b", "a"), ("a", "x"), ("a", "a")]);

        Assert.Equal(
            ["a daily", "b ", "x not among these flows"], diagram.Nodes.Select(node => $"{node.Label} {node.Note}"));
        Assert.Equal(["a>b", "x>a", "a>a"], Edges(diagram));
        Assert.Equal("3 flows", diagram.Note);
        Assert.Equal(["Circle", "None", "None"], diagram.Nodes.Select(node => $"{node.Mark}"));
        Assert.Equal(["None", "None", "Circle"], diagram.Edges.Select(edge => $"{edge.Mark}"));
    }

    [Fact]
    public void Run_ShowsStatesDurationsAndTries()
    {
        var diagram = RunDiagram.Of(Run(), Tasks());

        Assert.Equal("3-20260102, failed, 3:20, started 2026-01-02 01:00:10", diagram.Note);
        Assert.Equal(
            ["Success a 1:00", "Success b 0:30", "Failed c 1:40, try 3 of 4", "NotStarted d ", "None up flow"],
            diagram.Nodes.Select(node => $"{node.Mark} {node.Label} {node.Note}"));
        Assert.Equal(["a>c", "b>c", "c>d", "up>a"], Edges(diagram));
    }

    [Fact]
    public void Timeline_TellsWaitingFromRunning_AndTheCriticalPath()
    {
        var timeline = RunTimeline.Of(Run(), Tasks());

        Assert.Equal(
            [
                "a 01:00:00-01:00:10-01:01:10 critical 0", "b 01:00:00-01:00:10-01:00:40  0",
                "c 01:01:10-01:01:50-01:03:30 critical 2", "d --  0"],
            timeline.Rows.Select(row =>
                $"{row.Label} {row.Ready:HH:mm:ss}-{row.Start:HH:mm:ss}-{row.End:HH:mm:ss} {(row.IsCritical ? "critical" : "")} {row.Retries}"));
        Assert.Equal(("01:00:00", "01:03:30"), ($"{timeline.Start:HH:mm:ss}", $"{timeline.End:HH:mm:ss}"));
        Assert.Equal(["01:00", "01:01", "01:02", "01:03"], TimelineAxis.Ticks(timeline, 5).Select(tick => tick.Label));
    }

    [Fact]
    public void Night_ShowsRunsByTheirFlows()
    {
        var timeline = NightTimeline.Of(
            [Run(
                """{"instanceId":"9-1","flowId":9,"flowName":"z","status":2,"triggerTime":"2026-01-02 00:10:00","startTime":"2026-01-02 00:10:05"}"""), Run(), Run()]);

        Assert.Equal(
            ["z 9-1 Running", "f 3-20260102 Failed", "f 3-20260102 Failed"],
            timeline.Rows.Select(row => $"{row.Group} {row.Label} {row.Mark}"));
        Assert.Null(timeline.Rows[0].End);
        Assert.Equal("2026-01-02 00:10 to 2026-01-02 01:03", timeline.Note);
    }

    [Fact]
    public void Night_HasFlowsThatDidNotStartAtItsEnd() => Assert.Equal(
        ["f", "a"],
        NightTimeline.Of([Run("""{"instanceId":"9-1","flowName":"a","status":3,"triggerTime":"2026-01-02 00:10:00"}"""), Run()])
            .Rows.Select(row => row.Group));

    [Fact]
    public void Night_MarksTheRunsThatWaitedForEachOther()
    {
        var timeline = NightTimeline.Of(
        [
            Link(1, "01:00", "01:00", "01:30", "{}"),
            Link(1, "01:15", "01:30", "02:00", "{}", "-b"), // behind the run before it
            Link(2, "01:30", "02:00", "02:20", """{"flows":[{"flowId":1}],"tasks":[{"taskId":77}]}"""),
            Link(3, "02:00", "02:10", "03:00", """{"flows":[{"flowId":77,"isVirtual":true}]}"""), // waits for a task of 2
            Link(4, "00:30", "00:30", "02:55", "{}"),
            Link(5, "02:30", "02:30", "02:40", """{"flows":[{"flowId":2}]}"""), // due after what it waits for
            Link(6, "03:00", "03:00", "03:10", "{}"), // a short wait at the end
            Link(6, "03:05", "03:10", "03:15", "{}", "-b"),
        ]);

        Assert.Equal(["1-", "1-b", "2-", "3-"], timeline.Rows.Where(row => row.IsCritical).Select(row => row.Label).Order());
        Assert.Contains("critical path: yes", timeline.Rows.First(row => row.IsCritical).Details);
    }

    [Fact]
    public void Night_WithoutWaiting_HasNoCriticalPath() => Assert.DoesNotContain(
        NightTimeline.Of(
        [
            Link(2, "01:30", "01:30", "02:20", "{}"),
            Link(3, "02:30", "02:30", "03:00", """{"flows":[{"flowId":2},{"flowId":9}]}"""),
            Link(4, "02:30", "02:40", "02:50", """{"flows":[{"flowId":3}]}"""),
        ]).Rows,
        row => row.IsCritical);

    private static FlowInstance Link(
        int flow, string due, string start, string end, string graph, string name = "-") => Run($$"""
        {"instanceId":"{{flow}}{{name}}","flowId":{{flow}},"flowName":"f{{flow}}","status":2,"triggerTime":"2026-01-02 {{due}}:00",
        "startTime":"2026-01-02 {{start}}:00","endTime":"2026-01-02 {{end}}:00","graph":{{graph}}}
        """);

    [Theory]
    [InlineData("01:00:00", true, "01:02:00")] // an end before the start
    [InlineData(null, true, "01:02:00")]
    [InlineData(null, false, null)]
    [InlineData("01:05:00", true, "01:05:00")]
    public void Bars_NeverEndBeforeTheyStart(string? end, bool isEnded, string? expected) => Assert.Equal(
        Time(expected), TimelineAxis.EndOf(Time("01:02:00"), Time(end), isEnded));

    private static System.DateTime? Time(string? text) =>
        text is null ? null : System.DateTime.Parse(
            $"2026-01-02 {text}", System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Edges(Diagram diagram) =>
        [.. diagram.Edges.Select(edge => $"{diagram.Nodes[edge.From].Label}>{diagram.Nodes[edge.To].Label}")];

    private static FlowInstance Run(string? json = null) => new(
        JsonDocument.Parse(json ?? """
            {"instanceId":"3-20260102","flowId":3,"flowName":"f","status":-1,"triggerTime":"2026-01-02 01:00:00","startTime":"2026-01-02 01:00:10",
            "endTime":"2026-01-02 01:03:30","graph":{"tasks":[{"taskName":"a","nodeId":"t1","taskInstId":"1","status":"SUCCESS"},
            {"taskName":"b","nodeId":"t2","taskInstId":"2","status":"SUCCESS"},{"taskName":"c","nodeId":"t3","taskInstId":"3","status":"FAIL"},
            {"taskName":"d","nodeId":"t4","taskInstId":"4","status":"NONE"}],"flows":[{"flowId":7,"flowName":"up","nodeId":"f7","status":"NONE"}],
            "relations":[{"source":"t1","target":"t3"},{"source":"t2","target":"t3"},{"source":"t3","target":"t4"},{"source":"f7","target":"t1"}]}}
            """).RootElement,
        new Origin("test", new ServerZone("GMT+8")));

    private static TaskInstance[] Tasks() =>
    [
        Task("1", 1, "01:00:10", "01:01:10", 1), Task("2", 1, "01:00:10", "01:00:40", 1),
        Task("3", -1, "01:01:50", "01:03:30", 3),
    ];

    private static TaskInstance Task(string id, int status, string start, string end, int number) => new(
        JsonDocument.Parse($$"""
            {"instanceId":"{{id}}","status":{{status}},"startTime":"2026-01-02 {{start}}","endTime":"2026-01-02 {{end}}","runNum":{{number}},"recallLimit":3}
            """).RootElement,
        new Origin("test", new ServerZone("GMT+8")));
}
