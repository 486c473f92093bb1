using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Spells a choice as the command does. The engine accepts one in any case, and the command compares it.
/// </summary>
/// <param name="choices">The choices of the parameter.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceTransformationAttribute(params string[] choices) : ArgumentTransformationAttribute
{
    /// <summary>The choices of the parameter.</summary>
    public string[] Choices { get; } = choices;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        FlowIds.Unwrap(inputData) is string text
            ? Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) ?? text
            : inputData;
}
