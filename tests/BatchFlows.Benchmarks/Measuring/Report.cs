using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace BatchFlows.Benchmarks;

/// <summary>The table on the console and the same as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static void PrintHead()
    {
        Console.WriteLine("| case | ours | floor | ratio | goal | |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
    }

    public static void Print(Row row)
    {
        var sign = row.IsLeast ? ">=" : "<=";
        var goal = row.Goal is null ? "" : $"{sign} {Figure(row.Goal)} {(row.Ratio is null ? row.Unit : "x")}";
        var ratio = row.Ratio is null ? "" : $"{row.Ratio.Value.ToString("0.00", CultureInfo.InvariantCulture)} x";
        var floor = row.Floor is null ? "" : $"{Figure(row.Floor)} {row.Unit}";
        Console.WriteLine(
            $"| {row.Name} | {Figure(row.Ours)} {row.Unit} | {floor} | {ratio} | {goal} | {(row.Goal is null ? "" : row.IsMissed ? "MISSED" : "met")} |");
    }

    public static void Write(string path, IReadOnlyList<Row> rows) =>
        File.WriteAllText(path, JsonSerializer.Serialize(rows, Options) + "\n");

    private static string Figure(double? value) =>
        value!.Value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.#" : "0.###", CultureInfo.InvariantCulture);
}
