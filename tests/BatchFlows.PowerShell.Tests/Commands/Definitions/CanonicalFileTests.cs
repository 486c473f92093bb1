using System;
using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Flows as files: the canonical form, commands in files of their own, and the way back.</summary>
public class CanonicalFileTests
{
    [Fact]
    public void A_file_opens_what_the_service_hides_in_texts()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            "$sandbox.Service.PutFlow(7, '{\"owners\":\"a;b\",\"name\":\"n\",\"tasks\":[{\"runMode\":\"{\\\"cpu\\\":1}\",\"name\":\"📦\"}]}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}'");

        Assert.Empty(result.Errors);
        Assert.Equal(["n.flow.json"], folder.Files);
        Assert.Matches(
            "^{\n  \"\\$schema\": \"https://[^\"]+/flow.schema.json\",\n  \"name\": \"n\",\n  \"owners\": \\[\n    \"a\",\n    \"b\"\n  \\],\n"
                + "  \"tasks\": \\[\n    {\n      \"name\": \"📦\",\n      \"runMode\": {\n        \"cpu\": 1\n      }\n    }\n  \\]\n}\n$",
            folder.Read("n.flow.json"));
    }

    /// <summary>What is sent, and not only what is kept: the sandbox returns the definition as it got it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("-SplitCommand")]
    [InlineData("-Raw")]
    public void Every_flow_of_the_sandbox_comes_back_as_it_was(string form)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            "$ids = (Get-BatchFlow).FlowId",
            $"$ids | Export-BatchFlow -Path '{folder.Path}/before' {form} | Out-Null",
            "1..4 | ForEach-Object { Get-BatchFlow | Remove-BatchFlow -Force -ErrorAction SilentlyContinue }",
            "@(Get-BatchFlow).Count",
            $"$new = 1..4 | ForEach-Object {{ Import-BatchFlow '{folder.Path}/before/*.json' -Directory / -ErrorAction SilentlyContinue }}",
            $"$new | Export-BatchFlow -Path '{folder.Path}/after' {form} | Out-Null; $new.Count");

        Assert.Equal(["0", "7"], result.Texts);
        var before = Contents(folder, "before", form);
        Assert.Equal(before, Contents(folder, "after", form));
        Assert.True(before.Length >= 7);
    }

    [Fact]
    public void Two_flows_of_one_name_get_two_files()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            "$sandbox.Service.PutFlow(7, '{\"name\":\"Same\"}'); $sandbox.Service.PutFlow(8, '{\"name\":\"same\"}')",
            $"7, 8, 7 | Export-BatchFlow -Path '{folder.Path}' -ThrottleLimit 1 -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(["Same.flow.json", "same (8).flow.json"], folder.Files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("echo 1\r\nexit\r", "SHELL", ".sh")]
    [InlineData("print(1)\n\tx = '📦'\u2028\n\n", "PYTHON", ".py")]
    [InlineData("\uFEFFselect 1;\nselect 2;", "5", ".sql")]
    public void A_long_command_is_a_file_of_the_same_bytes_and_is_joined_again(
        string command, string type, string extension)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        engine.Runspace.SessionStateProxy.SetVariable("command", command);

        var result = engine.Run(
            "$flow = [BatchFlows.FlowDefinition]::new(); $flow.FlowName = 'f'; $task = [BatchFlows.FlowTask]::new()",
            $"$task.TaskName = 'a/b'; $task.Command = $command; $task.Type = '{type}'; $flow.Tasks.Add($task)",
            "$sandbox.Service.PutFlow(7, $flow.ToJson())",
            $"$file = Export-BatchFlow 7 -Path '{folder.Path}/f.flow.json' -SplitCommand",
            "(Export-BatchFlow ($file | Import-BatchFlow -Directory / -Name g)).Tasks[0].Command -ceq $command");

        Assert.Empty(result.Errors);
        Assert.Equal("True", result.Texts.Last());
        var script = Assert.Single(folder.Files, file => file.EndsWith(extension, StringComparison.Ordinal));
        Assert.Matches($@"^f/a_b~[0-9a-f]{{8}}\{extension}$", script);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(command), File.ReadAllBytes(Path.Combine(folder.Path, script)));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("f/../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/secret.txt")]
    [InlineData("f\\\\..\\\\secret.txt")]
    [InlineData("f/x.sh:stream")]
    [InlineData("nul.sh")]
    [InlineData("link.txt")]
    [InlineData("linked/secret.txt")]
    [InlineData("missing.sh")]
    public void A_reference_that_leaves_the_folder_is_an_error_and_nothing_is_sent(string path)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var inner = Directory.CreateDirectory(Path.Combine(folder.Path, "inner")).FullName;
        File.WriteAllText(Path.Combine(folder.Path, "secret.txt"), "secret");
        File.CreateSymbolicLink(Path.Combine(inner, "link.txt"), "../secret.txt");
        Directory.CreateSymbolicLink(Path.Combine(inner, "linked"), "..");
        File.WriteAllText(
            Path.Combine(inner, "f.flow.json"),
            $$$"""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"{{{path}}}"}}]}""");

        var result = engine.Run($"Import-BatchFlow '{inner}/f.flow.json' -Directory /", "$sandbox.RequestCount");

        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\n", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_link_in_place_of_the_folder_of_commands_is_not_followed()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "outside"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "f"), "outside");

        var result = engine.Run(
            "$sandbox.Service.PutFlow(7, '{\"name\":\"f\",\"tasks\":[{\"name\":\"t\",\"cmd\":\"1\\n2\"}]}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}' -SplitCommand");

        Assert.StartsWith("FileNotWritten,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "outside")));
    }

    [Fact]
    public void Raw_and_split_contradict_each_other()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Export-BatchFlow 2924 -Path x -Raw -SplitCommand", "$sandbox.RequestCount");

        Assert.Single(result.Errors);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void The_text_of_a_file_is_no_definition_by_itself()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"$file = Export-BatchFlow 3001 -Path '{folder.Path}'; $sandbox.Service.ResetCounters()",
            "[BatchFlows.FlowDefinition]::Parse([System.IO.File]::ReadAllText($file)) | Import-BatchFlow -Directory / -Name x",
            "$sandbox.RequestCount");

        Assert.Contains("Import-BatchFlow -Path", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    private static (string Name, string Text)[] Contents(TemporaryFolder folder, string below, string form) =>
    [
        .. folder.Files.Where(file => file.StartsWith(below + "/", StringComparison.Ordinal)
                && File.Exists(Path.Combine(folder.Path, file)))
            .Select(file => (form == "-Raw" ? file.Split('-').Last() : file.Substring(below.Length), folder.Read(file)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];
}
