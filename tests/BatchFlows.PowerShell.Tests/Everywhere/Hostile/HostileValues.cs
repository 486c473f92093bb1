using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What nobody should pass or answer, and somebody does.</summary>
internal static class HostileValues
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\n", "*", "?", "[", "[a-", "``", "3001", "2924", "666", "0", "-1", "1e999", "NaN", "0x10",
        "3001,3002",
        "true", "null", "99999999999999999999", "bill_customers", "energy", "energy/meters", "a/b/c", "/", "../x",
        "x.json",
        "2026-03-01", "0001-01-01", "9999-12-31T23:59:59.9999999+14:00", "2026-02-30", "24:00", "31.12.2026", "day",
        "Fail,Wait", "DAY", "0 0 0 * * ? *", "* *", "http://127.0.0.1:1", "https://a b", "ftp://x", "localhost",
        "Asia/Shanghai",
        "{}", "{\"code\":0}", "[]", "{", "anna.keller", "\u001b[31mred\u001b[0m", "\u0007", "\u202Eevil",
        "\u200B\uFEFF",
        "\uD800", "e\u0301", "\0", "$(throw)", "'; throw; '", "\"", new string('x', 5000), "(a+)+$", "%00", "a=b&c=d#e",
    ];

    private static readonly Func<Random, object?>[] Others =
    [
        _ => null,
        _ => System.Management.Automation.Internal.AutomationNull.Value,
        _ => int.MinValue, _ => int.MaxValue, _ => long.MinValue, _ => long.MaxValue, _ => ulong.MaxValue, _ => -1,
        _ => 0,
        _ => 1, _ => 3001, _ => 3001L, _ => 3001.5, _ => double.NaN, _ => double.PositiveInfinity, _ => double.MaxValue,
        _ => decimal.MaxValue, _ => BigInteger.Pow(10, 400), _ => byte.MaxValue, _ => 'x', _ => true, _ => Guid.Empty,
        _ => DateTime.MinValue, _ => DateTime.MaxValue, _ => new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => DateTimeOffset.MinValue, _ => DateTimeOffset.MaxValue, _ => DateOnly.MinValue, _ => DateOnly.MaxValue,
        _ => new DateTimeOffset(1, 1, 1, 14, 0, 0, TimeSpan.FromHours(14)), _ => TimeSpan.MaxValue,
        _ => TimeSpan.MinValue,
        _ => ScriptBlock.Create("throw 'no'"), _ => ScriptBlock.Create("$_.FlowId"), _ => typeof(string),
        _ => new Version(1, 2),
        _ => new Regex("a"), _ => new FileInfo("none.json"), _ => new DirectoryInfo("none"),
        _ => new Uri("x", UriKind.Relative),
        _ => Array.Empty<object>(), _ => new object?[] { null }, _ => new object[] { "3001", 3002, true },
        _ => new Hashtable(), _ => new Hashtable { ["a"] = null, ["b"] = new Hashtable() }, _ => Circle(),
        _ => new Dictionary<string, object?> { ["flowId"] = "x", [""] = 1 }, _ => new SwitchParameter(true),
        _ => new object(),
        _ => new PSObject(), _ => Record(), _ => Enumerable.Repeat<object>("3001", 3), _ => new byte[] { 1, 255 },
        _ => new System.Net.NetworkCredential("a", "b").SecurePassword, _ => PSCredential.Empty,
        _ => new InvalidOperationException("x"),
    ];

    public static object? Any(Random random) =>
        random.Next(2) == 0 ? Text(random) : Others[random.Next(Others.Length)](random);

    public static string Text(Random random) => Texts[random.Next(Texts.Length)];

    /// <summary>A value as JSON text.</summary>
    public static string Json(Random random) => random.Next(8) switch
    {
        0 => "null",
        1 => "[]",
        2 => "{}",
        3 => random.Next(2) == 0 ? "true" : "-1",
        4 => new[]
        {
            "1e400", "99999999999999999999999999", "9223372036854775807", "0.5", "253402300800000",
        }[random.Next(5)],
        5 => "[null,[{}],\"x\"]",
        6 => "{\"flowId\":\"x\",\"id\":{},\"name\":[],\"tasks\":3}",
        _ => System.Text.Json.JsonSerializer.Serialize(Text(random).Replace("\uD800", "", StringComparison.Ordinal)),
    };

    private static Hashtable Circle()
    {
        var table = new Hashtable();
        table["self"] = table;
        return table;
    }

    private static PSObject Record()
    {
        var record = new PSObject();
        string[] names = ["FlowId", "FlowInstanceId", "TaskInstanceId", "TaskId", "FlowName", "Path", "Connection"];
        foreach (var name in names) record.Properties.Add(new PSNoteProperty(name, new object[] { "x", null! }));
        return record;
    }
}
