using System.Globalization;
using System.Linq;
using System.Text;
using CsCheck;
using static BatchFlows.Analysis.Tests.JsonString;

namespace BatchFlows.Analysis.Tests;

/// <summary>
/// Definitions as JSON texts: those that a service could send, and with hostile texts, names and fields.
/// </summary>
internal static class Definitions
{
    private static readonly Gen<string> Trap = Gen.OneOfConst(
        "", " ", ";", ";a;", "a;b", " a; b", "echo 'hi'\r\nexit 1\r\n", "cat <<EOF\n\ttab\nEOF\n", "a\rb",
        "say \"it's\" \\n",
        "\u4f60\u597d \U0001F600 \u05d0\u202e\u2028\u2029\u0085", "\ud800", "x\udc00y", "\ufeffbom",
        "\0\u0001\u001f\u007f",
        "<b>&'+/</b>", "../../etc", "CON", "a:b", "nul.txt", "{\"$value\":1}", "{\"$file\":\"a/b\"}", "[]", "{}",
        "[1, 2]",
        "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":1}}", "{\"a\":\"\\u00e4\"}", "{\"a\":\"\\ud800\"}",
        "{\"a\":1e2,\"b\":0.10}", "{", "[}",
        "\"{}\"", "null", "true", "12", "1.0", "{\"\\ud800\":1}", " {}", "{}\n");

    public static readonly Gen<string> Text = Gen.OneOf(
        Trap, Gen.String, Gen.String[Gen.Char["a\u00e4;{}\"\\\n\t 1"], 0, 12]);

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Text.Select(Quote), Text.Select(QuoteAll), Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOfConst("true", "false", "null", "1.0", "1e2", "0.1", "-0", "1e400"));

    private static readonly Gen<string> Any = Gen.Recursive<string>((depth, inner) => depth > 2
        ? Scalar
        : Gen.OneOf(Scalar, inner.Array[0, 3].Select(ArrayOf), Gen.Select(Name, inner).Array[0, 3].Select(ObjectOf)));

    private static readonly Gen<string> RunMode = Gen.Select(
        Gen.OneOfConst("0.5", "1", "2.0"), Text.Where(IsUnicode),
        (cpu, key) => $$"""{"taskMode":2,"cpu":{{cpu}},"memory":1,"content":{{Quote(key)}}}""");

    private static readonly Gen<string> Parameters = Gen.Select(
        Text.Where(IsUnicode), Text.Where(IsUnicode)).Array[0, 3]
        .Select(
            pairs => ArrayOf([.. pairs.Select(p => $$"""{"key":{{Quote(p.Item1)}},"value":{{Quote(p.Item2)}}}""")]));

    private static readonly Gen<string> Task = Object(
        Gen.Select(
            Text.Select(Quote), Gen.OneOfConst("\"COMMAND\"", "3", "8", "5", "\"Shell\"", "\"PYTHON\""),
            Text.Select(Quote),
            Hidden(RunMode), Any, (name, type, command, mode, other) => new[]
            {
                ("name", name), ("type", type), ("cmd", command), ("runMode", mode), ("timeout", "300"), ("x", other),
            }));

    /// <summary>Definitions that Import-BatchFlow accepts.</summary>
    public static readonly Gen<string> Flow = Object(Gen.Select(
        Gen.Select(Text.Select(Quote), Text.Select(Quote), Hidden(Parameters), Text.Select(Quote)),
        Task.Array[1, 4].Select(ArrayOf), Links, Relations, Gen.Select(Name, Any).Array[0, 2],
        (texts, tasks, links, relations, unknown) => new[]
        {
            ("name", texts.Item1), ("owners", texts.Item2), ("parameters", texts.Item3), ("visitors", texts.Item4),
            ("tasks", tasks), ("flowLinks", links), ("relations", relations), ("linkRelations", "[]"), ("type", "1"),
        }.Concat(unknown.Where(field => !IsKnown(field.Item1))).ToArray()));

    /// <summary>Any object at all, with the names that have a meaning in a definition.</summary>
    public static readonly Gen<string> AnyFlow = Object(Gen.Select(
        Gen.OneOfConst(
            "name", "owners", "visitors", "parameters", "tasks", "relations", "flowLinks", "task_links", "cmd", "x",
            "$schema", "$$schema", "$value", "flowId"),
        Gen.OneOf(
            Any, Task, Task.Array[0, 3].Select(ArrayOf), Gen.OneOf(Task, Any).Array[0, 3].Select(ArrayOf), RunMode))
        .Array[0, 10]);

    private static Gen<string> Name => Gen.OneOf(
        Text.Where(IsUnicode), Gen.OneOfConst("a", "$value", "$file", "$schema", "run_mode", "zone"));

    private static Gen<string> Links => Gen.Select(Text, Text).Array[0, 3].Select(links => ArrayOf(
        [.. links.Select(link => $$"""{"linkId":{{Quote(link.Item1)}},"sourceFlowName":{{Quote(link.Item2)}}}""")]));

    private static Gen<string> Relations => Gen.Select(Text, Text, Gen.Bool).Array[0, 4].Select(relations => ArrayOf(
        [.. relations.Select(one =>
            $$"""{"rerun":{{(one.Item3 ? "true" : "false")}},"sourceTaskName":{{Quote(one.Item1)}},"targetTaskName":{{Quote(one.Item2)}}}""")]));

    /// <summary>The same string, all in escapes.</summary>
    private static string QuoteAll(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    /// <summary>JSON in a text, with and without blanks, and where the text belongs, itself.</summary>
    private static Gen<string> Hidden(Gen<string> json) => Gen.OneOf(
        json.Select(Quote), json.Select(Quote), json.Select(text => Quote(text.Replace(",", ", "))), json,
        json.Select(Quote).Select(Quote), Scalar);

    private static Gen<string> Object(Gen<(string Name, string Value)[]> fields) => fields.SelectMany(
        all => Gen.Shuffle(all.DistinctBy(field => field.Name).ToArray())).Select(ObjectOf);

    private static string ArrayOf(string[] items) => $"[{string.Join(", ", items)}]";

    private static string ObjectOf((string Name, string Value)[] fields) =>
        $"{{{string.Join(",", fields.DistinctBy(field => field.Name).Select(field => $"{Quote(field.Name)}: {field.Value}"))}}}";

    private static bool IsKnown(string name) =>
        name is "name" or "owners" or "parameters" or "visitors" or "tasks" or "flowLinks" or "relations" or "type";

    public static bool IsUnicode(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
