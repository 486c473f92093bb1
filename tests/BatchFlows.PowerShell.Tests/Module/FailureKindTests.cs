using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A kind of failure has two places: its row in FailureKind.cs, and the code that reports it. The kinds are read from
/// the staged module, so that no list here can be forgotten.
/// </summary>
public class FailureKindTests
{
    private const string RowFile = "src/BatchFlows.Model/Failures/FailureKind.cs";

    private static string Topic =>
        File.ReadAllText(Path.Combine(Paths.Module, "en-US", "about_BatchFlow_Errors.help.txt"));

    [Fact]
    public void Each_kind_has_a_row_that_users_can_read_and_code_that_reports_it()
    {
        var topic = Topic.Split('\n');
        var sources = Directory.GetFiles(Path.Combine(Paths.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(
                $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(
                file => string.Join('\n', File.ReadLines(file)
                    .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))))
            .ToList();

        Lists.AssertComplete(Kinds().SelectMany(kind => Complaints(kind, topic, sources)));
    }

    [Fact]
    public void The_about_topic_lists_the_kinds_in_their_order()
    {
        using var engine = new Engine();
        var kinds = Kinds().Select(kind => kind.Name).ToList();

        Assert.Equal(kinds, Topic.Split('\n').Select(line => line.Trim()).Where(kinds.Contains));
        Assert.Contains("BATCHFLOWS_GATEWAY", string.Concat(engine.Run("Get-Help about_BatchFlow_Automation").Texts),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Complaints(FieldInfo kind, string[] topic, List<string> sources)
    {
        if (!topic.SkipWhile(line => line != $"    {kind.Name}").Skip(1).Take(1)
                .Any(line => Regex.IsMatch(line, "^ +[A-Z]")))
            yield return $"{kind.Name}: about_BatchFlow_Errors shows no cause; is there a summary in {RowFile}?";
        if (!sources.Any(source => source.Contains($"FailureKind.{kind.Name}", StringComparison.Ordinal)))
            yield return $"{kind.Name}: no code under src reports it";

        var row = kind.GetCustomAttributesData()
            .SingleOrDefault(attribute => attribute.AttributeType.Name == "FailureAttribute");
        if (row is null)
        {
            yield return $"{kind.Name}: no [Failure(category, remedy)] in {RowFile}";
            yield break;
        }

        var (category, remedy) = ($"{row.ConstructorArguments[0].Value}", $"{row.ConstructorArguments[1].Value}");
        if (!Enum.GetNames<ErrorCategory>().Contains(category))
            yield return $"{kind.Name}: '{category}' in {RowFile} is not an ErrorCategory of PowerShell";
        if (remedy.Length < 10 || !char.IsUpper(remedy[0]) || !remedy.EndsWith('.'))
            yield return $"{kind.Name}: the remedy '{remedy}' in {RowFile} is not a sentence";
    }

    private static FieldInfo[] Kinds()
    {
        using var engine = new Engine();
        return ((Type)engine.Run("[BatchFlows.FailureKind]").Output.Single().BaseObject)
            .GetFields(BindingFlags.Public | BindingFlags.Static);
    }
}
