using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// Kind of a task. The service writes it as a number or as a word; which of them belong together is not documented.
/// </summary>
public readonly struct TaskType : IEquatable<TaskType>
{
    private static readonly Dictionary<long, string> NamesByNumber = new()
    {
        [0] = "DATA_INTEGRATION",
        [1] = "WORMHOLE",
        [2] = "CALCULATE",
        [3] = "SHELL",
        [4] = "CANAAN",
        [5] = "HIVE",
        [6] = "MR",
        [7] = "DATA_SYNCHRONIZATION",
        [8] = "PYTHON",
        [9] = "EXTERNAL_APP",
    };

    /// <summary>A kind by its word or by its number's digits.</summary>
    public TaskType(string? text)
    {
        Text = text;
        Number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue
            ? (long)number
            : null;
    }

    /// <summary>A kind by its number.</summary>
    public TaskType(long number)
        : this(number.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The word or the digits as the service has them; null when it has none.</summary>
    public string? Text { get; }

    /// <summary>The number, when the service wrote one.</summary>
    public long? Number { get; }

    /// <summary>The documented name of a number, such as <c>PYTHON</c> for 8; otherwise the text itself.</summary>
    public string Name => Number is { } number && NamesByNumber.TryGetValue(number, out var name) ? name : Text ?? "";

    /// <summary>The documented names.</summary>
    internal static IEnumerable<string> Names => NamesByNumber.Values;

    /// <summary>Reads a word or digits.</summary>
    public static TaskType Parse(string text) => new(text);

    /// <summary>True when both have the same name, in whatever case.</summary>
    public static bool operator ==(TaskType left, TaskType right) => left.Equals(right);

    /// <summary>False when both have the same name, in whatever case.</summary>
    public static bool operator !=(TaskType left, TaskType right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TaskType other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The same as <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    internal JsonElement ToWire() => Number is { } number ? WireJson.ToElement(number) : WireJson.ToElement(Text);
}
