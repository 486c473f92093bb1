using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// A read-only object as the service lists or describes it. Field names are matched in camel and in snake case.
/// </summary>
public abstract class ServiceRecord : JsonRecord
{
    private protected ServiceRecord(JsonElement source, Origin origin)
        : base(source) => Origin = origin;

    /// <summary>Name of the connection it came through.</summary>
    public string ConnectionName => Origin.ConnectionName;

    internal Origin Origin { get; }

    /// <summary>A field as the service wrote it.</summary>
    internal JsonElement Field(string name) => Find(name);

    private protected ServiceTime? Time(string name, Func<DateTimeOffset, bool>? isContradicted = null) =>
        new ServiceTime(Find(name).AsText(), Origin.Zone, isContradicted).OrNull;

    /// <summary>The objects of an array, or the one object in its place; any other value is skipped.</summary>
    private protected IReadOnlyList<T> Items<T>(string name, Func<JsonElement, T> read) =>
        new ShownList<T>(Find(name).AsItems().Select(read));
}
