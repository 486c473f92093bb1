using System;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Backups;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

public class BackupManifestTests
{
    private static readonly Gen<string> Text = Definitions.Text.Select(
        text => text.Replace('\ud800', '?').Replace('\udc00', '?'))
        .Where(text => !text.Any(char.IsSurrogate));

    private static readonly Gen<BackupEntry> Entry = Gen.Select(
        Gen.Int[1, 99], Text, Text.Array[0, 3]
            .Null(), Gen.Bool.Nullable(), Gen.OneOfConst<string[]>([], ["a/b.sh", "a/c.py"])).Select(
            (number, name, directory, isActive, commands) =>
                new BackupEntry($"x/{number}.flow.json", commands, number, name, directory, isActive, "ab12"));

    private static readonly Gen<BackupManifest> Manifest = Gen.Select(
        Text, Text.Array[1, 3].Array[0, 4], Entry.Array[0, 5]).Select(
            (organization, directories, entries) => new BackupManifest(
                "https://apim.example.com/", organization, directories, [.. entries.DistinctBy(entry => entry.File)]));

    [Fact]
    public void What_is_read_again_has_the_same_bytes_whatever_the_order() => Manifest.Sample(manifest =>
    {
        var written = manifest.ToUtf8();
        var turned = manifest with
        {
            Flows = [.. manifest.Flows.Reverse()],
            Directories = [.. manifest.Directories.Reverse()],
        };

        Assert.Equal(written, BackupManifest.Parse(written).ToUtf8());
        Assert.Equal(written, turned.ToUtf8());
        Assert.DoesNotContain((byte)'\r', written);
    });

    [Theory]
    [InlineData("", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{}", "names no version")]
    [InlineData("""{"version":2}""", "a later version")]
    [InlineData("""{"version":1,"flows":[{"file":"../x.flow.json","flowId":1,"name":"x"}]}""", "leaves the folder")]
    [InlineData("""{"version":1,"flows":[{"file":"/etc/x.flow.json","flowId":1,"name":"x"}]}""", "relative path")]
    [InlineData(
        """{"version":1,"flows":[{"file":"x.flow.json","flowId":1,"name":"x","commands":["a/../../b"]}]}""",
        "leaves the folder")]
    [InlineData("""{"version":1,"flows":[{"file":".git/config","flowId":1,"name":"x"}]}""", "begins with a dot")]
    [InlineData("""{"version":1,"flows":[{"file":"x.flow.json","name":"x"}]}""", "no ID")]
    public void What_is_no_manifest_is_refused(string json, string why) => Assert.Contains(
        why, Assert.Throws<FormatException>(() => BackupManifest.Parse(Encoding.UTF8.GetBytes(json))).Message);
}
