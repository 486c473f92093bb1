using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchFlows.Package;

/// <summary>The manifest of the module, the only source of the details that the Gallery shows.</summary>
internal sealed partial class Manifest
{
    private readonly Hashtable _data;

    private Manifest(string path)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0) throw new InvalidOperationException($"{path}: {errors[0].Message}");
        _data = (Hashtable)((HashtableAst)script.Find(part => part is HashtableAst, false)).SafeGetValue();
    }

    private Hashtable GalleryData => (Hashtable)((Hashtable)_data["PrivateData"]!)["PSData"]!;

    public string Version => Text("ModuleVersion")
        + (GalleryData["Prerelease"] is string prerelease ? "-" + prerelease : "");

    public IEnumerable<string> Commands => ((IEnumerable)_data["CmdletsToExport"]!).Cast<string>();

    public IEnumerable<string> Tags => ((IEnumerable)GalleryData["Tags"]!).Cast<string>();

    /// <summary>Writes release notes, and the label of a prerelease if there is one, into a staged manifest.</summary>
    public static Manifest Complete(string path, string notes, string prerelease)
    {
        // The Gallery accepts no dots here. A hyphen in front would be doubled in the name of the package.
        if (prerelease.Length > 0 && !PrereleaseLabel().IsMatch(prerelease))
            throw new InvalidOperationException(
                $"The prerelease label '{prerelease}' is not one word of letters and digits, such as beta1.");
        var template = File.ReadAllText(path);
        var place = NotesLine().Match(template);
        if (!place.Success) throw new InvalidOperationException($"{path} has no line of ReleaseNotes.");
        var lines = $"ReleaseNotes = {Quote(notes)}";
        if (prerelease.Length > 0) lines += $"\n            Prerelease   = {Quote(prerelease)}";
        // Windows PowerShell reads a file without this mark in the code page of the machine.
        File.WriteAllText(
            path, template[..place.Index] + lines + template[(place.Index + place.Length)..], new UTF8Encoding(true));
        return new Manifest(path);
    }

    /// <summary>A text of the manifest, for itself or for the Gallery.</summary>
    public string Text(string name) => (string)(_data[name] ?? GalleryData[name]
        ?? throw new InvalidOperationException($"The manifest has no {name}."));

    /// <summary>PowerShell takes typographic quotation marks for quotation marks as well.</summary>
    private static string Quote(string text) => $"'{QuotationMark().Replace(text, "$0$0")}'";

    [GeneratedRegex("^[A-Za-z][0-9A-Za-z]*$")]
    private static partial Regex PrereleaseLabel();

    [GeneratedRegex(@"ReleaseNotes\s*=\s*'[^']*'")]
    private static partial Regex NotesLine();

    [GeneratedRegex("['\u2018-\u201b]")]
    private static partial Regex QuotationMark();
}
