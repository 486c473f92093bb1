using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <summary>
/// The help of commands and the about topics as Markdown, for readers of the repository and for Get-Help -Online.
/// </summary>
internal static class Pages
{
    public static void Write(string help, string topics, string folder)
    {
        Directory.CreateDirectory(folder);
        var commands = XDocument.Load(help).Root!.Elements().Select(command => new CommandPage(command)).ToList();
        foreach (var command in commands) Save(command.Name, command.Text);
        var names = new List<string>();
        foreach (var topic in Directory.GetFiles(topics, "about_*.help.txt").Order(StringComparer.Ordinal))
        {
            names.Add(Path.GetFileName(topic).Replace(".help.txt", "", StringComparison.Ordinal));
            Save(names[^1], TopicPage.Of(names[^1], File.ReadAllText(topic)));
        }

        Save("README",
        [
            "# Help", "", "`Get-Help` as pages. The build makes them: change the comments in the source.", "",
            "| command | |", "| --- | --- |",
            .. commands.Select(command => $"| [{command.Name}]({command.Name}.md) | {command.Synopsis} |"), "",
            .. names.Select(name => $"- [{name}]({name}.md)"),
        ]);

        void Save(string name, IEnumerable<string> lines) =>
            File.WriteAllText(Path.Combine(folder, $"{name}.md"), string.Join('\n', lines).TrimEnd() + "\n");
    }
}
