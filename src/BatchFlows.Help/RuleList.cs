using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BatchFlows.Help;

/// <summary>
/// The rules, each with its explanation and remedy, and the system variables, in an about topic in place of two lines
/// of the topic's text. They are read from the assembly that checks them, so that nothing can be forgotten here.
/// </summary>
internal static class RuleList
{
    private const string Rules = "    {list of rules}\n";
    private const string Variables = "    {list of variables}\n";

    /// <param name="topic">The text of the topic.</param>
    /// <param name="analysis">Path of the assembly with the rules.</param>
    public static string Insert(string topic, string analysis)
    {
        if (!topic.Contains(Rules, StringComparison.Ordinal) || !topic.Contains(Variables, StringComparison.Ordinal))
            throw new InvalidOperationException("The text of the topic has no line for the rules or the variables.");
        var assembly = Assembly.LoadFrom(analysis);
        var rules = Values(assembly, "BatchFlows.Analysis.Rules.AllRules", "List").Select(rule => Value(rule, "About"));
        return topic
            .Replace(Rules, string.Join("\n", rules.Select(Text)), StringComparison.Ordinal)
            .Replace(
                Variables,
                TopicText.Lines(
                    string.Join(", ", Values(assembly, "BatchFlows.Analysis.Variables.SystemVariables", "All"))),
                StringComparison.Ordinal);
    }

    private static string Text(object rule) =>
        $"    {Value(rule, "RuleId")} {Value(rule, "Title")} ({Value(rule, "Severity")})\n"
            + TopicText.Lines($"{Value(rule, "Explanation")}") + TopicText.Lines($"{Value(rule, "Remedy")}");

    private static IEnumerable<object> Values(Assembly assembly, string type, string property) =>
        ((IEnumerable)assembly.GetType(type, throwOnError: true)!.GetProperty(property)!.GetValue(null)!)
            .Cast<object>();

    private static object Value(object item, string property) => item.GetType().GetProperty(property)!.GetValue(item)!;
}
