using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Benchmarks;

// Compares the staged module with the least that could do the same, and ends with 1 when a goal is missed.
// --quick measures less of everything; --json <file> writes the table as JSON, too; a word measures only the case of
// that name: soak is measured by its name alone.
if (Worker.TryWork(args)) return 0;

var isQuick = args.Contains("--quick");
var json = args.SkipWhile(argument => argument != "--json").Skip(1).FirstOrDefault();
var only = args.FirstOrDefault(argument => !argument.StartsWith('-') && argument != json);
if (Module.Configuration != "Release")
    Console.WriteLine("Built without optimisation: run with -c Release for figures that count.");

using var module = Module.OpenRunspace();
module.Run($"Import-Module '{Module.Manifest}'"); // from here on the client is the module's

var pairs = new Pairs(isQuick ? 5 : 11, TimeSpan.FromSeconds(isQuick ? 0.5 : 2));
(string Name, Func<IEnumerable<Row>> Measure)[] cases =
[
    ("import", () => ImportCase.Measure(pairs)),
    ("first", () => FirstCallCase.Measure(pairs)),
    ("calls", () => CallCases.Measure(pairs, isQuick ? 500 : 2_000)),
    ("bulk", () => BulkCases.Measure(pairs, isQuick ? 100 : 300)),
    ("script", () => ScriptCases.Measure(pairs, isQuick ? 100 : 300)),
    ("reading", () => ReadingCases.Measure(pairs)),
    ("files", () => FileCases.Measure(pairs)),
    ("backup", () => BackupCases.Measure(pairs, isQuick ? 200 : 1_000)),
    ("comparison", () => ComparisonCases.Measure(pairs)),
    ("checks", () => CheckCase.Measure(pairs, isQuick ? 200 : 1_000)),
    ("statistics", () => StatisticsCase.Measure(pairs)),
    ("schedules", () => ScheduleCases.Measure(pairs)),
    ("graphs", () => GraphCases.Measure(pairs)),
    ("pictures", () => PictureCases.Measure(pairs)),
    ("growth", () => GrowthCase.Measure(pairs, isQuick ? 1_000 : 10_000)),
    ("memory", () => MemoryCase.Measure(pairs, isQuick ? 100 : 1_000, isQuick ? 500 : 10_000)),
    ("report", () => ReportCase.Measure()),
    ("stop", () => StopCase.Measure(pairs)),
    ("soak", () => SoakCase.Measure(100_000)),
];

List<Row> rows = [];
Report.PrintHead();
foreach (var row in cases.Where(one => only is null ? one.Name != "soak" : one.Name == only)
    .SelectMany(one => Confirm(one.Measure)))
{
    Report.Print(row);
    rows.Add(row);
}

if (json is not null) Report.Write(json, rows);
if (only is null) ModuleSize.Print();
return rows.Any(row => row.IsMissed) ? 1 : 0;

// On a machine that others use, a goal is missed when it is missed twice.
static IEnumerable<Row> Confirm(Func<IEnumerable<Row>> measure)
{
    var first = measure().ToList();
    var missed = first.Where(row => row.IsMissed).ToList();
    foreach (var row in missed)
        Console.Error.WriteLine($"Missed with {row.Ratio ?? row.Ours:0.00}, measured again: {row.Name}");
    return missed.Count > 0 ? measure() : first;
}
