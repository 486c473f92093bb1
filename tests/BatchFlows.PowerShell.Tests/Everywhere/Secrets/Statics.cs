using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What the module keeps in static fields, and in all that hangs on them.</summary>
internal static class Statics
{
    private const BindingFlags AllFields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// All texts, and all characters and bytes as texts. What is held weakly lives as long as somebody else holds it,
    /// and is not in it.
    /// </summary>
    public static HashSet<string> Texts()
    {
        var found = new HashSet<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>(Types().SelectMany(type => type.GetFields(AllFields | BindingFlags.Static))
            .Where(field => !field.IsLiteral && !field.DeclaringType!.ContainsGenericParameters)
            .Select(field => field.GetValue(null)));
        while (open.TryPop(out var value))
        {
            if (value is null or Pointer or MemberInfo or Assembly or Module
                || value.GetType() is { IsPrimitive: true } or { IsEnum: true }
                || !seen.Add(value))
                continue;
            switch (value)
            {
                case string text:
                    found.Add(text);
                    break;
                case char[] characters:
                    found.Add(new string(characters));
                    break;
                case byte[] bytes:
                    found.Add(Encoding.UTF8.GetString(bytes));
                    break;
                case Array items:
                    foreach (var item in items) open.Push(item);
                    break;
                default:
                    for (var type = value.GetType(); type is not null; type = type.BaseType!)
                    {
                        foreach (var field in type.GetFields(AllFields | BindingFlags.Instance))
                        {
                            if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                                open.Push(field.GetValue(value));
                        }
                    }

                    break;
            }
        }

        return found;
    }

    /// <summary>
    /// The module's own types, but for the sandbox's: that one is the service, and holds both keys of it.
    /// </summary>
    private static IEnumerable<Type> Types() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name is "BatchFlows.PowerShell" or "BatchFlows.Procedures"
            or "BatchFlows.Client" or "BatchFlows.Analysis" or "BatchFlows.Rendering" or "BatchFlows.Model")
        .SelectMany(assembly => assembly.GetTypes());
}
