using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A module like ours, of which every part is empty but the views: one DLL as its root and one command that does
/// nothing.
/// </summary>
internal static class EmptyModule
{
    private const string Name = "EmptyModule";

    /// <summary>Writes it into a folder.</summary>
    /// <returns>Path of its manifest.</returns>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Name), typeof(object).Assembly);
        var command = assembly.DefineDynamicModule(Name)
            .DefineType("GetNothingCommand", TypeAttributes.Public | TypeAttributes.Sealed, typeof(PSCmdlet));
        var attribute = typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!;
        command.SetCustomAttribute(new CustomAttributeBuilder(attribute, ["Get", "Nothing"]));
        command.CreateType();
        assembly.Save(Path.Combine(folder, Name + ".dll"));

        var views = Directory.GetFiles(Path.Combine(Module.Folder, "views")).Order().ToList();
        foreach (var view in views) File.Copy(view, Path.Combine(folder, Path.GetFileName(view)), overwrite: true);
        var manifest = Path.Combine(folder, Name + ".psd1");
        File.WriteAllText(manifest, $$"""
            @{
                RootModule        = 'EmptyModule.dll'
                ModuleVersion     = '1.0'
                GUID              = '7d0b5c1e-7b0a-4d6b-9f2e-0a5d3c9d7f11'
                FormatsToProcess  = @({{Names(".Format.ps1xml")}})
                TypesToProcess    = @({{Names(".Types.ps1xml")}})
                FunctionsToExport = @()
                CmdletsToExport   = @('Get-Nothing')
                VariablesToExport = @()
                AliasesToExport   = @()
            }
            """);
        return manifest;

        string Names(string kind) => string.Join(
            ", ", views.Select(Path.GetFileName).Where(name => name!.EndsWith(kind, StringComparison.Ordinal))
                .Select(name => $"'{name}'"));
    }
}
