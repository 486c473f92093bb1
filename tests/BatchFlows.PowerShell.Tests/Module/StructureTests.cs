using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Which room may use what, and which files ship.</summary>
public class StructureTests
{
    private static readonly string[] Platform = ["System.", "netstandard", "mscorlib", "Microsoft.Win32."];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["BatchFlows.Client"] = ["System.Text.Json", "Polly.Core", "Microsoft.Bcl."],
        ["BatchFlows.Sandbox"] = ["BatchFlows.Client", "System.Text.Json", "Microsoft.Bcl."],
        ["BatchFlows.PowerShell"] = ["BatchFlows.Client", "BatchFlows.Sandbox", "System.Management.Automation"],
        ["BatchFlows.Shell"] = ["System.Management.Automation"],
        ["BatchFlows.Help"] = ["System.Management.Automation"],
    };

    public static TheoryData<string> OurAssemblies() =>
        [.. Directory.GetFiles(Paths.Module, "BatchFlows.*.dll", SearchOption.AllDirectories).Append(Paths.Shell).Append(Paths.Help)];

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void Arrows_go_down_the_table_of_rooms(string path)
    {
        var allowed = Allowed[Path.GetFileNameWithoutExtension(path)];

        Assert.DoesNotContain(References(path), name => !Platform.Concat(allowed).Any(rule => Matches(name, rule)));
    }

    [Fact]
    public void All_rooms_are_looked_at() =>
        Assert.Equal(Allowed.Keys.Order(), OurAssemblies().Select(row => Path.GetFileNameWithoutExtension(row.Data)).Distinct().Order());

    [Fact]
    public void The_commands_do_not_know_the_wire()
    {
        var texts = Texts(Path.Combine(Paths.Module, "bin", "Core", "BatchFlows.PowerShell.dll"));

        Assert.Contains("BATCHFLOWS_GATEWAY", texts);
        Assert.DoesNotContain(texts, text => text.Contains("apim-", StringComparison.Ordinal)
            || text.Contains("batch-processing-service", StringComparison.Ordinal) || text is "action" or "export" or "flowId" or "userId" or "orgId");
    }

    /// <summary>Windows PowerShell cannot run here: at least each assembly finds what it refers to, in the version it asks for or a later one.</summary>
    [Fact]
    public void What_ships_for_windows_powershell_is_complete()
    {
        string[] framework = ["netstandard", "mscorlib", "System", "System.Core", "System.Configuration", "System.Management.Automation", "System.ComponentModel.DataAnnotations"];
        var files = Directory.GetFiles(Path.Combine(Paths.Module, "bin", "Desktop"), "*.dll", SearchOption.AllDirectories);
        var shipped = files.Select(AssemblyName.GetAssemblyName).ToDictionary(name => name.Name!, name => name.Version!);

        var missing = files.SelectMany(file => Read(file, reader => reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Select(reference => (Name: reader.GetString(reference.Name), reference.Version)).ToList()))
            .Where(reference => !framework.Contains(reference.Name))
            .Where(reference => !shipped.TryGetValue(reference.Name, out var version) || version < reference.Version);

        Assert.Empty(missing);
    }

    [Fact]
    public void The_staged_module_has_exactly_the_listed_files()
    {
        var listed = File.ReadAllLines(Path.Combine(Paths.Repository, "module", "files.txt"));
        var staged = Directory.GetFiles(Paths.Module, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Paths.Module, file).Replace('\\', '/'));

        Assert.Equal(listed.Order(StringComparer.Ordinal), staged.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_assembly_of_ours_lies_beside_these_tests() =>
        Assert.Equal(
            ["BatchFlows.PowerShell.Tests.dll"],
            Directory.GetFiles(AppContext.BaseDirectory, "BatchFlows.*.dll").Select(Path.GetFileName));

    private static bool Matches(string name, string rule) => rule.EndsWith('.')
        ? name.StartsWith(rule, StringComparison.Ordinal) && name is not ("System.Text.Json" or "System.Management.Automation")
        : name == rule;

    private static List<string> References(string path) => Read(path, reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).ToList());

    /// <summary>The string literals of an assembly.</summary>
    private static List<string> Texts(string path) => Read(path, reader =>
    {
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
        {
            texts.Add(reader.GetUserString(handle));
        }

        return texts;
    });

    private static List<T> Read<T>(string path, Func<MetadataReader, List<T>> read)
    {
        using var file = new PEReader(File.OpenRead(path));
        return read(file.GetMetadataReader());
    }
}
