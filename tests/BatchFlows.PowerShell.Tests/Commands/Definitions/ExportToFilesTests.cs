using System;
using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class ExportToFilesTests
{
    [Fact]
    public void A_folder_gets_a_file_for_each_flow()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"2924, 3001 | Export-BatchFlow -Path '{folder.Path}/new/deeper/'");

        Assert.Empty(result.Errors);
        Assert.Equal(
            ["new", "new/deeper", "new/deeper/etl_meter_readings.flow.json", "new/deeper/nFlow.flow.json"],
            folder.Files);
        Assert.All(result.Output, file => Assert.IsType<FileInfo>(file.BaseObject));
        Assert.All(result.Output, file => Assert.NotNull(file.Properties["PSPath"]));
    }

    [Fact]
    public void A_file_name_gets_the_one_flow()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"Export-BatchFlow 2924 -Path '{folder.Path}/[a].json'");

        Assert.Empty(result.Errors);
        Assert.Equal(["[a].json"], folder.Files);
    }

    [Fact]
    public void Files_are_utf8_without_bom_with_line_feeds_and_nothing_else_is_left()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        engine.Run("$sandbox.Service.PutFlow(7, '{\"name\":\"n\",\"desc\":\"ä\\r\\n\"}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}' -Raw");

        Assert.Equal(["7-n.json"], folder.Files);
        Assert.Equal("{\n  \"name\": \"n\",\n  \"desc\": \"ä\\r\\n\"\n}\n"u8.ToArray(),
            File.ReadAllBytes(Path.Combine(folder.Path, "7-n.json")));
    }

    [Fact]
    public void A_path_is_relative_to_the_session_and_not_to_the_process()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run("$ExecutionContext.SessionState.Path.SetLocation('" + folder.Path
            + "')", "Export-BatchFlow 2924 -Path ./x.json");

        Assert.Empty(result.Errors);
        Assert.Equal(["x.json"], folder.Files);
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void No_name_leads_out_of_the_folder(string name) =>
        Assert.StartsWith("7", FileOf(name, "-Raw"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void No_name_of_a_canonical_file_leads_out_of_the_folder(string name)
    {
        var file = FileOf(name, "");

        Assert.EndsWith(".flow.json", file, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)^(\.|con\.|nul\.)", file);
    }

    public static TheoryData<string> HostileNames() =>
    [
        "../x", "..", "/etc/passwd", "a/b", "a\\b", "CON", "nul.json", "C:x", "x:y*?<>|\"", ".hidden", "ends with dot.",
        "\u0001\u0000 control", "", "flow 📦",
    ];

    private static string FileOf(string name, string form)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "inner"));

        var result = engine.Run(
            $$"""$sandbox.Service.PutFlow(7, '{"name":{{System.Text.Json.JsonSerializer.Serialize(name).Replace("'", "''", StringComparison.Ordinal)}}}')""",
            $"Export-BatchFlow 7 -Path '{folder.Path}/inner' {form}");

        Assert.Empty(result.Errors);
        Assert.Equal(2, folder.Files.Length);
        var file = Path.GetFileName(folder.Files[1]);
        Assert.EndsWith(".json", file, StringComparison.Ordinal);
        Assert.DoesNotContain(file, c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal));
        return file;
    }

    [Theory]
    [InlineData("x", 300)]
    [InlineData("ä", 300)]
    [InlineData("漢", 300)]
    [InlineData("x", 300, "-Raw")]
    [InlineData("ä", 300, "-Raw")]
    [InlineData("漢", 300, "-Raw")]
    public void Long_names_are_cut(string character, int length, string form = "")
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"$sandbox.Service.PutFlow(7, '{{\"name\":\"' + '{character}' * {length} + '\"}}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}' {form}");

        Assert.Empty(result.Errors);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Assert.Single(folder.Files)), 150, 255);
    }

    [Fact]
    public void Names_that_differ_only_in_case_get_files_of_their_own()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        engine.Run(
            "$sandbox.Service.PutFlow(7, '{\"name\":\"Flow\"}'); $sandbox.Service.PutFlow(8, '{\"name\":\"FLOW\"}')",
            $"7, 8 | Export-BatchFlow -Path '{folder.Path}'");

        Assert.Equal(2, folder.Files.Select(file => file.ToUpperInvariant()).Distinct().Count());
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("file.json")]
    public void A_file_that_exists_stays_without_force(string path)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var script = $"Export-BatchFlow 2924 -Path '{folder.Path}/{path}'";
        var file = engine.Run(script).Output.Single().BaseObject.ToString()!;
        File.WriteAllText(file, "mine");

        var refused = engine.Run(script);
        Assert.Equal("FileExists,BatchFlows.Commands.ExportBatchFlowCommand", refused.Error.FullyQualifiedErrorId);
        Assert.Equal(
            (2924L, "ResourceExists"), (refused.Error.TargetObject, refused.Error.CategoryInfo.Category.ToString()));
        Assert.Equal("mine", File.ReadAllText(file));

        Assert.Empty(engine.Run(script + " -Force").Errors);
        Assert.Contains("nFlow", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replaced_file_keeps_its_rights_and_many_may_replace_it_at_once()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "nFlow.flow.json");
        File.WriteAllText(file, "");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var result = engine.Run($"1..20 | ForEach-Object {{ 2924 }} | Export-BatchFlow -Path '{folder.Path}' -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow.flow.json"], folder.Files);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Of_many_that_write_one_file_at_once_the_first_stays()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"1..20 | ForEach-Object {{ 2924 }} | Export-BatchFlow -ThrottleLimit 20 -Path '{folder.Path}'");

        Assert.Equal((1, 19), (result.Output.Count, result.Errors.Count));
        Assert.All(result.Errors,
            error => Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Single(folder.Files);
    }

    [Fact]
    public void What_if_sends_nothing_and_writes_nothing()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"2924, 3001 | Export-BatchFlow -Path '{folder.Path}/new' -WhatIf", "$sandbox.RequestCount");

        Assert.Empty(result.Errors);
        Assert.Empty(folder.Files);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void One_file_for_two_flows_is_contradictory_and_found_before_anything_is_sent()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"Export-BatchFlow 2924, 3001 -Path '{folder.Path}/one.json'", "$sandbox.RequestCount");

        Assert.Equal("PathInvalid,BatchFlows.Commands.ExportBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("2924, 3001 | Export-BatchFlow -Path")]
    [InlineData("2924, 3001, 3002 | Export-BatchFlow -ThrottleLimit 1 -Path")]
    [InlineData("Get-BatchFlow | Export-BatchFlow -Path")]
    public void Of_piped_flows_one_file_gets_none(string command)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"{command} '{folder.Path}/one.json'");

        Assert.Equal("PathInvalid,BatchFlows.Commands.ExportBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Contains("nothing was written", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void One_piped_flow_is_written_to_one_file_by_its_own_connection()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            "$flow = Get-BatchFlow 2924; Connect-BatchFlow -Sandbox -Name other; $sandbox.Service.ResetCounters()",
            $"$null = $flow | Export-BatchFlow -Path '{folder.Path}/one.json'",
            "[long]$sandbox.Service.CallCounts['Export Flow']");

        Assert.Empty(result.Errors);
        Assert.Equal(["1"], result.Texts);
        Assert.Contains("nFlow", folder.Read("one.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Env:x")]
    [InlineData("a`0b.json")]
    public void A_path_that_is_none_of_the_file_system_is_refused(string path)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"Export-BatchFlow 2924 -Path \"{path}\"", "$sandbox.RequestCount");

        Assert.Equal("PathInvalid,BatchFlows.Commands.ExportBatchFlowCommand", result.Error.FullyQualifiedErrorId);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_for_each_flow()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");

        var result = engine.Run($"2924, 3001 | Export-BatchFlow -Path '{folder.Path}/file/below/'");

        Assert.Equal([2924L, 3001L], result.Errors.Select(error => error.TargetObject));
        Assert.All(
            result.Errors, error => Assert.Contains(folder.Path, error.Exception.Message, StringComparison.Ordinal));
        Assert.All(result.Errors,
            error => Assert.StartsWith("FileNotWritten,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_disappears_at_once_is_an_error_of_its_flow_alone()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            "$sandbox.Service.AddFlows(8); $ids = (Get-BatchFlow load_*).FlowId",
            "$sandbox.Service.Latency = [timespan]::FromMilliseconds(300)",
            $"Export-BatchFlow $ids -Path '{folder.Path}/out/' -ThrottleLimit 8 | ForEach-Object {{ $_; "
                + "[System.Threading.Thread]::Sleep(300); $_.Directory.Delete($true) }");

        Assert.Equal(8, result.Output.Count + result.Errors.Count);
        Assert.NotEmpty(result.Errors);
        Assert.All(result.Errors, error => Assert.StartsWith(
            "FileNotWritten,BatchFlows", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.All(result.Errors, error => Assert.IsType<long>(error.TargetObject));
    }

    [Theory]
    [InlineData("\u202E")] // turns the order
    [InlineData("\u200B")]
    [InlineData("\uFEFF")]
    [InlineData("\u2066")]
    [InlineData("\u00AD")]
    [InlineData("\u2028")]
    [InlineData("\u3164")]
    [InlineData("\uFE0F")]
    [InlineData("\u034F")]
    [InlineData("\u0085")]
    [InlineData("\uDB40\uDC41")] // a tag
    public void A_character_that_nobody_sees_is_in_no_file_name(string character)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        engine.Runspace.SessionStateProxy.SetVariable("character", character);

        var result = engine.Run("$sandbox.Service.PutFlow(7, '{\"name\":\"a' + $character + 'b\"}')",
            $"Export-BatchFlow 7 -Path '{folder.Path}'", $"Export-BatchFlow 7 -Path '{folder.Path}' -Raw");

        Assert.Empty(result.Errors);
        var shown = $"a{new string('_', character.Length)}b";
        Assert.Equal($"7-{shown}.json", folder.Files[0]);
        Assert.Matches($@"^{shown}~[0-9a-f]{{8}}\.flow\.json$", Assert.Single(folder.Files.Skip(1)));
    }

    [Theory]
    [InlineData("there.json")]
    [InlineData("nowhere.json")]
    public void A_link_is_a_file_that_exists_and_is_replaced_itself(string target)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "there.json"), "mine");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.json"), target);
        var script = $"Export-BatchFlow 3001 -Path '{folder.Path}/link.json'";

        var refused = engine.Run(script);
        var forced = engine.Run(script + " -Force");

        Assert.StartsWith("FileExists,", refused.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(forced.Errors);
        Assert.Contains("etl_meter_readings", folder.Read("link.json"), StringComparison.Ordinal);
        Assert.Null(new FileInfo(Path.Combine(folder.Path, "link.json")).LinkTarget);
        Assert.Equal("mine", folder.Read("there.json"));
        Assert.Equal(["link.json", "there.json"], folder.Files);
    }
}
