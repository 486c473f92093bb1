using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Which files ship.</summary>
public class ShippedFilesTests
{
    /// <summary>
    /// Windows PowerShell cannot run here: at least each assembly finds what it refers to, in the version it asks for
    /// or a later one.
    /// </summary>
    [Fact]
    public void What_ships_for_windows_powershell_is_complete()
    {
        string[] framework = ["netstandard", "mscorlib", "System", "System.Core", "System.Configuration",
            "System.Management.Automation", "System.ComponentModel.DataAnnotations"];
        var files = Directory.GetFiles(
            Path.Combine(Paths.Module, "bin", "Desktop"), "*.dll", SearchOption.AllDirectories);
        var shipped = files.Select(AssemblyName.GetAssemblyName)
            .ToDictionary(name => name.Name!, name => name.Version!);

        var missing = files.SelectMany(
            file => Metadata.Read(file, reader => reader.AssemblyReferences.Select(reader.GetAssemblyReference)
            .Select(reference => (Name: reader.GetString(reference.Name), reference.Version)).ToList()))
            .Where(reference => !framework.Contains(reference.Name) && !IsOfFactory(reference.Name))
            .Where(reference => !shipped.TryGetValue(reference.Name, out var version) || version < reference.Version);

        Assert.Empty(missing);
    }

    /// <summary>
    /// Of Microsoft.Extensions.Http only the handler builder is used. What its factory needs does not ship, so a call
    /// must not ask for it.
    /// </summary>
    [Fact]
    public void What_does_not_ship_is_never_asked_for()
    {
        using var engine = Engine.WithSandbox();
        List<string?> asked = [];
        Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
        {
            lock (asked) asked.Add(name.Name);
            return null;
        }

        AssemblyLoadContext.Default.Resolving += Resolve;
        engine.Run("$sandbox.Service.InjectFault('ServiceUnavailable', 1); $null = Export-BatchFlow 2924");
        AssemblyLoadContext.Default.Resolving -= Resolve;

        Assert.DoesNotContain(asked, name => IsOfFactory(name!));
        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(), assembly => IsOfFactory(assembly.GetName().Name!));
    }

    [Fact]
    public void The_staged_module_has_exactly_the_listed_files()
    {
        var listed = File.ReadAllLines(Path.Combine(Paths.Repository, "module", "files.txt"));
        var staged = Directory.GetFiles(Paths.Module, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Paths.Module, file).Replace('\\', '/'));

        Assert.Equal(listed.Order(StringComparer.Ordinal), staged.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_assembly_of_ours_lies_beside_these_tests() =>
        Assert.Equal(
            ["BatchFlows.PowerShell.Tests.dll"],
            Directory.GetFiles(AppContext.BaseDirectory, "BatchFlows.*.dll").Select(Path.GetFileName));

    private static bool IsOfFactory(string assembly) =>
        assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            && assembly != "Microsoft.Extensions.Http";
}
