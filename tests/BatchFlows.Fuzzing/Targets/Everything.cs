using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Looks at all that an object of the client tells: each property, each item, its text, and those of what they lead to.
/// </summary>
internal static class Everything
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>[]> Properties = new();

    public static void LookAt(object? value) => LookAt(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void LookAt(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items) LookAt(item, seen);
        }

        if (value.GetType().Assembly != typeof(FlowDefinition).Assembly) return;
        Law.Holds(value.ToString() is not null, "ToString gives no text");
        foreach (var read in Properties.GetOrAdd(value.GetType(), PropertiesOf)) LookAt(read(value), seen);
    }

    private static Func<object, object?>[] PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0
            && property.GetMethod?.IsStatic == false).Select(property =>
        {
            var of = Expression.Parameter(typeof(object));
            var read = Expression.Convert(Expression.Property(Expression.Convert(of, type), property), typeof(object));
            return Expression.Lambda<Func<object, object?>>(read, of).Compile();
        })];
}
