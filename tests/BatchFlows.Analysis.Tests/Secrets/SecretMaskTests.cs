using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Secrets;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

public class SecretMaskTests
{
    private static readonly Gen<string> Command = Gen.Select(
        Definitions.Text, Gen.OneOfConst(
            "", "mysql --password=hunter2", "curl https://me:s3cr3t-Pass@host/x", "export API_KEY=abcdef1234567890abcd",
            "x {{masked:f.t0.password}} --password=hunter2",
            "a='{{masked:f.t0.password2}}' --password=\"p\\\"w\" --token=abcdefgh12345678"),
        Definitions.Text).Select((before, secret, after) => $"{before}\n{secret}\n{after}")
        // Nobody can type half a surrogate pair as a secret.
        .Where(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);

    private static readonly Gen<string> Flow = Gen.Select(
        Command.Array[1, 3], Gen.Select(Gen.OneOfConst("db_password", "region", "token"), Command).Array[0, 3],
        Gen.Bool).Select((commands, parameters, isLoose) => FlowJson(commands, parameters, isLoose ? ", " : ","));

    [Fact]
    public void What_is_masked_and_filled_is_the_definition_that_it_was() => Flow.Sample(json =>
    {
        var flow = FlowDefinition.Parse(json);
        var masked = ThroughFile(SecretMask.Of(flow));

        var filled = SecretFilling.Fill(masked, ValuesOf(flow, masked).GetValueOrDefault, out var missing);

        Assert.Empty(missing);
        Assert.Equal(CanonicalFlow.Write(flow), CanonicalFlow.Write(filled));
    });

    [Fact]
    public void What_is_masked_holds_no_secret_and_names_each() => Flow.Sample(json =>
    {
        var flow = FlowDefinition.Parse(json);
        var masked = SecretMask.Of(flow);

        Assert.Empty(SecretFinder.Find(masked));
        Assert.Equal(SecretFinder.Find(flow).Any(), masked.MaskedSecrets.Count > 0);
        Assert.Equal(masked.MaskedSecrets.Distinct(), masked.MaskedSecrets);
        Assert.All(masked.MaskedSecrets, name => Assert.Contains(
            SecretMask.Placeholder(name), masked.ToJson(), StringComparison.Ordinal));
        Assert.All(masked.MaskedSecrets, name => Assert.DoesNotContain(
            SecretMask.Placeholder(name), flow.ToJson(), StringComparison.Ordinal));
    });

    [Fact]
    public void A_placeholder_without_its_secret_stays_and_is_named()
    {
        var masked = SecretMask.Of(
            FlowDefinition.Parse(FlowJson(["mysql --password=hunter2"], [("db_password", "pw2")], ",")));

        var filled = SecretFilling.Fill(masked, name => name == "f.t0.password" ? "new" : null, out var missing);

        Assert.Equal(["f.db_password.password", "f.t0.password"], masked.MaskedSecrets.Order());
        Assert.Equal(["f.db_password.password"], missing);
        Assert.Equal("mysql --password={{masked:f.t0.password}}", filled.Tasks[0].Command);
    }

    [Fact]
    public void A_secret_is_put_into_JSON_with_its_escapes_and_is_not_searched_for_placeholders()
    {
        var masked = SecretMask.Of(
            FlowDefinition.Parse(FlowJson(["--password=hunter2"], [("db_password", "pw1")], ",")));

        var filled = SecretFilling.Fill(
            masked, name => name == "f.t0.password" ? "{{masked:f.db_password.password}}" : "a\"b\\\n", out _);

        Assert.Equal("a\"b\\\n", filled.Parameters[0].Value);
        Assert.Equal("--password={{masked:f.db_password.password}}", filled.Tasks[0].Command);
        Assert.Empty(filled.MaskedSecrets);
    }

    private static FlowDefinition ThroughFile(FlowDefinition flow)
    {
        var commands = new CommandFiles("f");
        var file = Encoding.UTF8.GetString(CanonicalFlow.Write(flow, commands));
        return CanonicalFlow.Read(file, isCanonical: true, path => commands.Files.First(one => one.Path == path).Text);
    }

    /// <summary>The secrets, from the texts in whose place the placeholders stand.</summary>
    private static Dictionary<string, string> ValuesOf(FlowDefinition flow, FlowDefinition masked)
    {
        var values = new Dictionary<string, string>();
        foreach (var (text, mask) in TextsOf(flow).Zip(TextsOf(masked)))
        {
            var pattern = Regex.Replace(Regex.Escape(mask), @"\\\{\\\{masked:(.+?)}}", place =>
                masked.MaskedSecrets.Contains(Regex.Unescape(place.Groups[1].Value)) ? "(.+)" : place.Value);
            var names = Regex.Matches(mask, @"\{\{masked:(.+?)}}").Select(place => place.Groups[1].Value)
                .Where(masked.MaskedSecrets.Contains);
            var groups = Regex.Match(text, $"^{pattern}$", RegexOptions.Singleline).Groups.Values.Skip(1);
            foreach (var (name, group) in names.Zip(groups)) values[name] = group.Value;
        }

        return values;
    }

    private static IEnumerable<string> TextsOf(FlowDefinition flow) =>
        flow.Tasks.Select(task => task.Command ?? "").Concat(flow.Parameters.Select(parameter => parameter.Value));

    /// <summary>
    /// A secret that is filled in is spelled in the canonical way, whatever way it was spelled before.
    /// </summary>
    private static string Canonical(string text)
    {
        var json = new JsonText(indented: false);
        json.Text(text);
        return json.ToString();
    }

    private static string FlowJson(string[] commands, (string Key, string Value)[] parameters, string comma)
    {
        var tasks = commands.Select(
            (command, i) => $$"""{"name":"t{{i}}","type":"COMMAND","cmd":{{JsonString.Quote(command)}}}""");
        var table = parameters.Select(one => $$"""{"key":{{Canonical(one.Key)}},"value":{{Canonical(one.Value)}}}""");
        return $$"""{"name":"f","parameters":{{JsonString.Quote($"[{string.Join(comma, table)}]")}},"tasks":[{{string.Join(",", tasks)}}]}""";
    }
}
