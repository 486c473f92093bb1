using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A directory with the directories and flows in it.</summary>
public sealed class FlowDirectory : ServiceRecord
{
    private const string Separator = "/";

    // Children may be JSON inside a string, and so may theirs. Each level is parsed again, so without a limit a small
    // answer could take unbounded time.
    private const int MostLevels = 100;

    internal FlowDirectory(JsonElement source, Origin origin, FlowDirectory? parent = null)
        : base(source, origin)
    {
        Parent = parent;
        var children = Depth < MostLevels ? Items("children", child => child) : [];
        Directories = new ShownList<FlowDirectory>(
            children.Where(IsDirectory).Select(child => new FlowDirectory(child, origin, this)));
        Flows = new ShownList<FlowSummary>(
            children.Where(child => !IsDirectory(child)).Select(child => new FlowSummary(child, origin)));
    }

    /// <summary>A directory that was just created.</summary>
    internal FlowDirectory(string directoryId, string name, FlowDirectory parent)
        : this(Describe(directoryId, name), parent.Origin, parent)
    {
    }

    /// <summary>ID of the directory (<c>key</c>).</summary>
    public string? DirectoryId => Find("key").AsText();

    /// <summary>Name of the directory (<c>title</c>).</summary>
    public string? Name => Find("title").AsText();

    /// <summary>Names from below the organisation's root, such as <c>a/b/c</c>; <c>/</c> for the root itself.</summary>
    public string Path => field ??=
        Parent is null ? Separator : Parent.Parent is null ? Name ?? "" : Parent.Path + Separator + Name;

    /// <summary>How many directories lie above it; 0 for the root.</summary>
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>Its name, with lines that lead to it from the directories above.</summary>
    public string Tree => Parent is null ? Name ?? Separator : Lines(Parent) + (IsLast ? "└─ " : "├─ ") + Name;

    /// <summary>What it is for (<c>type</c>).</summary>
    public DirectoryType? Type => Find("type").AsEnum<DirectoryType>();

    /// <summary>Path of the directory it lies in; null for the root.</summary>
    public string? ParentPath => Parent?.Path;

    /// <summary>
    /// The directory it lies in; null for the root. Not public: ConvertTo-Json would write with each directory the
    /// whole tree above it.
    /// </summary>
    internal FlowDirectory? Parent { get; }

    /// <summary>The directories in it.</summary>
    public IReadOnlyList<FlowDirectory> Directories { get; }

    /// <summary>The flows in it, not those in the directories below.</summary>
    public IReadOnlyList<FlowSummary> Flows { get; }

    /// <summary>How many flows are in it, not counting those in the directories below.</summary>
    public int FlowCount => Flows.Count;

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    /// <summary>This directory and all below it, each before those in it.</summary>
    public IEnumerable<FlowDirectory> Walk() =>
        new[] { this }.Concat(Directories.SelectMany(directory => directory.Walk()));

    private bool IsLast => Parent is null || !Parent.Directories.Contains(this) || Parent.Directories[^1] == this;

    private static string Lines(FlowDirectory above) =>
        above.Parent is null ? "" : Lines(above.Parent) + (above.IsLast ? "   " : "│  ");

    private static JsonElement Describe(string directoryId, string name)
    {
        var directory = new JsonObject
        {
            ["isDirectory"] = true,
            ["title"] = name,
            ["key"] = directoryId,
            ["children"] = new JsonArray(),
        };
        return JsonDocument.Parse(directory.ToJsonString()).RootElement;
    }

    /// <summary>
    /// Some editions state the kind of a child. In the others, only directories have children, and only flows have
    /// numbers.
    /// </summary>
    private static bool IsDirectory(JsonElement child) =>
        child.Field("isDirectory").AsFlag()
        ?? child.Field("children").ValueKind != JsonValueKind.Undefined;
}
