using System;
using System.Collections;
using System.Collections.ObjectModel;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// User names that the service keeps in one text, separated by semicolons: <c>a;b</c>, also <c>;a;b;</c>.
/// </summary>
public sealed class UserList : ReadOnlyCollection<string>, IEquatable<UserList>
{
    /// <summary>Reads the service's text; empty names and blanks around names do not count.</summary>
    public UserList(string? text)
        : base([.. (text ?? "").Split(';').Select(name => name.Trim()).Where(name => name.Length > 0)]) => Text = text;

    /// <summary>A list of these names.</summary>
    public UserList(IEnumerable names)
        : this(string.Join(";", names.Cast<object>()))
    {
    }

    /// <summary>
    /// The text as the service has it, or the names of its array in that form; null when it has none.
    /// </summary>
    public string? Text { get; }

    /// <summary>Reads the service's text.</summary>
    public static UserList Parse(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(UserList? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserList);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The names, separated by a semicolon and a blank.</summary>
    public override string ToString() => string.Join("; ", this);

    /// <summary>Reads the text, or an array of names that stands in its place.</summary>
    internal static UserList Read(JsonElement element)
    {
        var text = element.AsText();
        return text?.TrimStart() is ['[', ..] && element.AsNested() is { ValueKind: JsonValueKind.Array } names
            ? new UserList(names.EnumerateArray().Select(name => name.AsText()))
            : new UserList(text);
    }
}
