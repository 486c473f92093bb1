using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// The picture of the rooms in CONTRIBUTING.md: arrows go down only, and no room knows what it must not know.
/// </summary>
public partial class RoomTests
{
    private static readonly string[] Platform = ["System.", "netstandard", "mscorlib", "Microsoft.Win32."];
    private static readonly string[] Http = ["System.Net.Http.", "System.Net.Sockets."];
    private static readonly string[] Files = ["System.IO.File", "System.IO.Directory", "System.IO.Path."];
    private static readonly string[] Wire =
        ["BatchFlows.Client.Messages.", "BatchFlows.Client.Handlers.", "BatchFlows.Client.Tokens.", .. Http];

    private static readonly string[] Clocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider", "System.Diagnostics.Stopwatch",
        "System.Environment.get_TickCount",
    ];

    private static readonly Dictionary<string, Room> Rooms = new()
    {
        ["BatchFlows.Model"] = new(["System.Text.Json"], [.. Http, .. Files, .. Clocks]),
        ["BatchFlows.Client"] = new(
            ["BatchFlows.Model", "System.Text.Json", "Polly.Core", "Microsoft.Bcl.", "Microsoft.Extensions.Http"],
            Files),
        ["BatchFlows.Analysis"] = new(
            ["BatchFlows.Model", "System.Text.Json", "Cronos", "DiffPlex"], [.. Http, .. Files, .. Clocks]),
        ["BatchFlows.Procedures"] = new(
            ["BatchFlows.Client", "BatchFlows.Analysis", "BatchFlows.Model", "Microsoft.Bcl."], Wire),
        ["BatchFlows.Rendering"] = new(
            ["BatchFlows.Analysis", "BatchFlows.Model", "System.Text.Json"], [.. Http, .. Files, .. Clocks]),
        ["BatchFlows.Sandbox"] = new(["System.Text.Json", "Cronos", "Microsoft.Bcl."], []),
        ["BatchFlows.PowerShell"] = new(
            ["BatchFlows.Procedures", "BatchFlows.Client", "BatchFlows.Analysis", "BatchFlows.Model",
                "BatchFlows.Rendering", "BatchFlows.Sandbox", "System.Management.Automation"], Wire),
        ["BatchFlows.Shell"] = new([], []),
        ["BatchFlows.Help"] = new(["System.Management.Automation"], []),
        ["BatchFlows.Package"] = new(["System.Management.Automation", "System.Text.Json"], [.. Http, .. Clocks]),
    };

    public static TheoryData<string> OurAssemblies() =>
        [.. Directory.GetFiles(Paths.Module, "BatchFlows.*.dll", SearchOption.AllDirectories).Append(Paths.Shell)
            .Append(Paths.Help).Append(Paths.Package)];

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void Arrows_go_down_only(string path)
    {
        var room = Path.GetFileNameWithoutExtension(path);
        var allowed = Platform.Concat(Rooms[room].MayUse).ToList();

        Lists.AssertComplete(Metadata.References(path).Where(name => !allowed.Exists(rule => Matches(name, rule)))
            .Select(name => $"src/{room}: must not refer to {name}"));
    }

    /// <summary>A reference that no code uses yet is not in the assembly.</summary>
    [Fact]
    public void Project_files_refer_to_rooms_below_only() =>
        Lists.AssertComplete(Rooms.SelectMany(room => ProjectReferences(room.Key).Except(room.Value.MayUse)
            .Select(name => $"src/{room.Key}/{room.Key}.csproj: must not refer to {name}")));

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void No_room_knows_what_it_must_not_know(string path)
    {
        var room = Path.GetFileNameWithoutExtension(path);
        var forbidden = Rooms[room].MustNotKnow;

        Lists.AssertComplete(Metadata.Names(path)
            .Where(name => forbidden.Any(rule => $"{name}.".StartsWith(rule, StringComparison.Ordinal)
                && name is not "System.Net.Http.HttpMessageHandler"))
            .Select(name => $"src/{room}: must not use {name}"));
    }

    [Fact]
    public void All_rooms_are_looked_at() =>
        Assert.Equal(Rooms.Keys.Order(), OurAssemblies().Select(row => Path.GetFileNameWithoutExtension(row.Data))
            .Distinct().Order());

    [Fact]
    public void The_commands_do_not_know_the_wire()
    {
        var texts = Metadata.Texts(Path.Combine(Paths.Module, "bin", "Core", "BatchFlows.PowerShell.dll"));

        Assert.Contains("BATCHFLOWS_GATEWAY", texts);
        Assert.DoesNotContain(texts, text => text.Contains("apim-", StringComparison.Ordinal)
            || text.Contains("batch-processing-service", StringComparison.Ordinal)
                || text is "action" or "export" or "flowId" or "userId" or "orgId");
    }

    /// <summary>
    /// Namespaces are named after folders, and using directives that are not needed do not compile: so these are the
    /// arrows.
    /// </summary>
    [Theory]
    [InlineData("BatchFlows.Model")]
    [InlineData("BatchFlows.Client")]
    [InlineData("BatchFlows.Analysis")]
    [InlineData("BatchFlows.Procedures")]
    [InlineData("BatchFlows.Rendering")]
    [InlineData("BatchFlows.Sandbox")]
    [InlineData("BatchFlows.PowerShell")]
    public void No_two_folders_of_a_room_use_each_other(string room)
    {
        var uses = Directory.GetFiles(Path.Combine(Paths.Repository, "src", room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(text => Using().Matches(text)
                .Select(used => (Folder: Namespace().Match(text).Groups[1].Value, Used: used.Groups[1].Value)))
            .Where(use => use.Folder is not ("" or "BatchFlows"))
            .ToLookup(use => use.Folder, use => use.Used);

        Assert.DoesNotContain(uses.Select(folder => folder.Key), folder => Reachable(folder).Contains(folder));

        HashSet<string> Reachable(string from)
        {
            var reached = new HashSet<string>();
            var open = new Stack<string>([from]);
            while (open.TryPop(out var next))
            {
                foreach (var used in uses[next].Where(reached.Add)) open.Push(used);
            }

            return reached;
        }
    }

    [GeneratedRegex(@"^using (BatchFlows[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>The projects that one refers to, without those that are only built before it.</summary>
    private static IEnumerable<string> ProjectReferences(string room) =>
        XDocument.Load(Path.Combine(Paths.Repository, "src", room, $"{room}.csproj")).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

    private static bool Matches(string name, string rule) => rule.EndsWith('.')
        ? name.StartsWith(rule, StringComparison.Ordinal)
            && name is not ("System.Text.Json" or "System.Management.Automation")
        : name == rule;

    /// <param name="MayUse">The assemblies that a room may refer to, besides those of the platform.</param>
    /// <param name="MustNotKnow">Types and members that it must not name.</param>
    private sealed record Room(string[] MayUse, string[] MustNotKnow);
}
