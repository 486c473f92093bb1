using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Canonical;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

/// <summary>The same definition has the same bytes, and what is read again is the same definition.</summary>
public class CanonicalFlowTests
{
    private static readonly Gen<string> Flows = Gen.OneOf(Definitions.Flow, Definitions.AnyFlow);

    [Fact]
    public void What_is_written_is_read_as_the_same_definition() => Flows.Sample(
        json => Assert.Equal(Plain.OfFlow(ElementOf(json)), Plain.OfFlow(Read(Write(json)).ToElement())), iter: 1000);

    [Fact]
    public void What_is_read_is_written_as_the_same_bytes() => Flows.Sample(
        json => Assert.Equal(Write(json), CanonicalFlow.Write(Read(Write(json)))), iter: 1000);

    [Fact]
    public void The_order_of_fields_and_parts_changes_no_byte() =>
        Gen.Select(Definitions.Flow, Gen.Int).Sample(
            (json, seed) => Assert.Equal(
                Text(Write(json)), Text(Write(ShuffledFlow.Of(ElementOf(json), new Random(seed))))),
            iter: 1000);

    [Fact]
    public void A_command_in_a_file_of_its_own_is_the_same_command() => Definitions.Flow.Sample(
        json =>
        {
            var commands = new CommandFiles("flow");
            var content = CanonicalFlow.Write(FlowDefinition.Parse(json), commands);
            var files = commands.Files.ToDictionary(
                file => file.Path, file => file.Text, StringComparer.OrdinalIgnoreCase);

            var read = Read(content, path => files[path]);

            Assert.Equal(Write(json), CanonicalFlow.Write(read));
            Assert.Equal(commands.Files.Count, Regex.Count(Text(content), @"""cmd"": \{\n +""\$file"": "));
        },
        iter: 1000);

    [Fact]
    public void Lines_end_with_a_line_feed_on_every_system() => Flows.Sample(
        json =>
        {
            var text = Text(Write(json));
            Assert.StartsWith("{\n  \"$schema\": \"https://", text);
            Assert.EndsWith("\n}\n", text);
            Assert.DoesNotContain('\r', text);
            Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Equal(0, line.TakeWhile(c => c == ' ').Count() % 2));
        });

    [Fact]
    public void The_documented_sample_reads_as_a_reviewer_wants_it() =>
        Assert.Equal(
            $$"""
            {
              "$schema": "{{CanonicalFlow.SchemaAddress}}",
              "name": "nFlow",
              "cycle": "D",
              "cron": "0 0 0 * * ? *",
              "parameters": [],
              "alertMode": 3,
              "submitter": "yourSubmitter",
              "owners": [
                "yourOwners"
              ],
              "visitors": [
                "",
                "yourVisitors",
                ""
              ],
              "type": 1,
              "syncType": 1,
              "desc": "ga",
              "startTime": "2019-07-24",
              "tasks": [
                {
                  "name": "tass",
                  "resource": "default",
                  "type": "COMMAND",
                  "syncType": 1,
                  "cmd": "echo 'hello'",
                  "submitter": "",
                  "filePackage": "",
                  "cron": "",
                  "priorityLevel": 0,
                  "timeout": 300,
                  "retryLimit": 3,
                  "retryInterval": 0,
                  "successCode": "0",
                  "asLink": false,
                  "runMode": {
                    "taskMode": 1,
                    "cpu": 0.5,
                    "memory": 1,
                    "maxParallel": 0,
                    "keyType": 0,
                    "datasourceId": 0,
                    "path": "",
                    "content": ""
                  }
                }
              ],
              "flowLinks": [],
              "taskLinks": [],
              "relations": [],
              "linkRelations": []
            }

            """.Replace("\r\n", "\n"),
            Text(Write(Sample.Data("export-flow.response"))));

    [Theory]
    [InlineData("\u4f60\u597d, \u0645\u0631\u062d\u0628\u0627, \U0001F600, <b>&'+/</b>, \u2028, \u007f", "the same")]
    [InlineData("a\tb\n\"c\" \\ \u0001", "a\\tb\\n\\\"c\\\" \\\\ \\u0001")]
    public void Text_is_escaped_only_where_json_demands_it(string text, string expected)
    {
        var flow = new FlowDefinition { FlowName = text };

        Assert.Contains($"\"name\": \"{(expected == "the same" ? text : expected)}\"", Text(CanonicalFlow.Write(flow)));
    }

    [Theory]
    [InlineData("""{"cpu":1,"path":"ä"}""", true)]
    [InlineData("""{"cpu": 1}""", false)]
    [InlineData("""{"cpu":1,"cpu":2}""", false)]
    [InlineData("""{"path":"\u00e4"}""", false)]
    [InlineData("""{"$value":1}""", false)]
    [InlineData("""{"cpu":1} """, false)]
    [InlineData("\"{}\"", false)]
    [InlineData("", false)]
    public void Json_in_a_text_is_opened_when_closing_it_gives_the_same_text(string mode, bool isOpened)
    {
        var json = $$"""{"name":"f","tasks":[{"name":"t","runMode":{{JsonSerializer.Serialize(mode)}}}]}""";
        using var file = JsonDocument.Parse(Write(json));

        var kind = file.RootElement.GetProperty("tasks")[0].GetProperty("runMode").ValueKind;

        Assert.Equal(isOpened ? JsonValueKind.Object : JsonValueKind.String, kind);
        using var wire = JsonDocument.Parse(Read(Write(json)).ToJson());
        Assert.Equal(mode, wire.RootElement.GetProperty("tasks")[0].GetProperty("runMode").GetString());
    }

    [Fact]
    public void Ids_and_times_of_the_service_are_left_out_and_unknown_fields_are_kept()
    {
        var text = Text(Write(
            """{"name":"f","flowId":1,"update_time":"x","queue":"q","tasks":[{"name":"t","taskId":7,"zone":{"b":1,"a":2}}]}"""));

        Assert.DoesNotContain("flowId", text);
        Assert.DoesNotContain("update_time", text);
        Assert.DoesNotContain("taskId", text);
        Assert.Contains("\"queue\": \"q\"", text);
        Assert.Contains("\"zone\": {\n        \"a\": 2,\n        \"b\": 1\n      }", text);
    }

    [Fact]
    public void What_a_person_wrote_is_sent_as_the_service_documents_it()
    {
        var flow = Read(Encoding.UTF8.GetBytes(
            """
            { "tasks": [ { "runMode": { "cpu": 1 }, "name": "t" } ], "owners": ["a", "b"], "$comment": "by hand",
              "parameters": [ { "key": "k", "value": "v" } ], "name": "f" }
            """));

        Assert.Equal(
            """{"tasks":[{"runMode":"{\"cpu\":1}","name":"t"}],"owners":"a;b","parameters":"[{\"key\":\"k\",\"value\":\"v\"}]","name":"f"}""",
            flow.ToJson());
    }

    [Fact]
    public void What_the_file_says_of_rules_stays_in_the_file()
    {
        const string Suppress = """[{"rule":"BF602","reason":"a team of one"},{"task":"t","rule":"BF401","reason":"\u00e4"}]""";
        var flow = CanonicalFlow.Read($$"""{"name":"f","$suppress":{{Suppress}},"tasks":[{"name":"t"}]}""", isCanonical: true, _ => "");

        var text = Encoding.UTF8.GetString(CanonicalFlow.Write(flow));

        Assert.Equal("""{"name":"f","tasks":[{"name":"t"}]}""", flow.ToJson());
        Assert.Contains("\"$suppress\": [\n    {\n      \"rule\": \"BF602\",\n", text);
        Assert.Equal(text, Encoding.UTF8.GetString(CanonicalFlow.Write(CanonicalFlow.Read(text, isCanonical: false, _ => ""))));
        Assert.DoesNotContain("$suppress", Encoding.UTF8.GetString(CanonicalFlow.Write(FlowDefinition.Parse("""{"name":"f","tasks":[]}"""))));
    }

    [Fact]
    public void Two_tasks_whose_names_differ_in_case_only_get_two_files()
    {
        var commands = new CommandFiles("f");
        CanonicalFlow.Write(
            FlowDefinition.Parse("""{"name":"f","tasks":[{"name":"A","cmd":"1\n"},{"name":"a","cmd":"2\n"},{"name":"b","cmd":"x"}]}"""),
            commands);

        Assert.Equal([("f/A.sh", "1\n"), ("f/a (2).sh", "2\n")], commands.Files);
    }

    [Theory]
    [InlineData("../x.sh")]
    [InlineData("/etc/passwd")]
    public void A_reference_that_leaves_the_folder_is_refused(string path)
    {
        var json = $$$"""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"{{{path}}}"}}]}""";

        Assert.Throws<FormatException>(() => Read(Encoding.UTF8.GetBytes(json), _ => "read"));
    }

    private static byte[] Write(string json) => CanonicalFlow.Write(FlowDefinition.Parse(json));

    private static FlowDefinition Read(byte[] content, Func<string, string>? readCommand = null) =>
        new(CanonicalFlow.ToWire(ElementOf(Text(content)), readCommand ?? (path => throw new KeyNotFoundException(path))));

    private static JsonElement ElementOf(string json) => FlowDefinition.ReadObject(json);

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
