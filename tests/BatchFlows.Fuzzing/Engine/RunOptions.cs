using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace BatchFlows.Fuzzing;

/// <summary>How long a run is, of what, and where its results go.</summary>
internal sealed record RunOptions
{
    public const string Usage = """
        --inputs N      how many inputs in all, shared equally by the targets
        --minutes M     how long, shared equally by the targets; two minutes when neither is given
        --target NAME   only this target
        --seed S        repeats a run of the same corpus
        --findings DIR  where inputs that broke a law are written; ./findings when not given
        --corpus DIR    where short inputs are written that reach what the seeds do not
        """;

    public long? Inputs { get; init; }

    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    public string? Target { get; init; }

    public int Seed { get; init; } = Environment.TickCount;

    public string Findings { get; init; } = Path.Combine(Environment.CurrentDirectory, "findings");

    public string? Corpus { get; init; }

    /// <summary>Null when an option is not known, or its value is none.</summary>
    public static RunOptions? Parse(string[] arguments)
    {
        var options = new RunOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length) return null;
            var value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--inputs"
                    when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var inputs):
                    options = options with { Inputs = inputs };
                    break;
                case "--minutes"
                    when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes):
                    options = options with { Time = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--target" when TargetList.All.Any(target => target.Name == value):
                    options = options with { Target = value };
                    break;
                case "--seed"
                    when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--findings":
                    options = options with { Findings = value };
                    break;
                case "--corpus":
                    options = options with { Corpus = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
