using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// User names that the service keeps in one text, separated by semicolons: <c>a;b</c>, also <c>;a;b;</c>.
/// </summary>
public sealed class UserList : IReadOnlyList<string>, IEquatable<UserList>
{
    private readonly string[] _names;

    /// <summary>Reads the service's text; empty names and blanks around names do not count.</summary>
    public UserList(string? text)
    {
        Text = text;
        _names = [.. (text ?? "").Split(';').Select(name => name.Trim()).Where(name => name.Length > 0)];
    }

    /// <summary>A list of these names.</summary>
    public UserList(IEnumerable names)
        : this(string.Join(";", names.Cast<object>()))
    {
    }

    /// <summary>
    /// The text as the service has it, or the names of its array in that form; null when it has none.
    /// </summary>
    public string? Text { get; }

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>The name at a position, from 0.</summary>
    public string this[int index] => _names[index];

    /// <summary>Reads the service's text.</summary>
    public static UserList Parse(string text) => new(text);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(UserList? other) => other is not null && _names.SequenceEqual(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserList);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The names, separated by a semicolon and a blank.</summary>
    public override string ToString() => string.Join("; ", _names);

    /// <summary>Reads the text, or an array of names that stands in its place.</summary>
    internal static UserList Read(JsonElement element)
    {
        var text = element.AsText();
        return text?.TrimStart() is ['[', ..] && element.AsNested() is { ValueKind: JsonValueKind.Array } names
            ? new UserList(names.EnumerateArray().Select(name => name.AsText()))
            : new UserList(text);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
