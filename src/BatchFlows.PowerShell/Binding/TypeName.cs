using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>The type of what a user passed, in the words of the shell.</summary>
internal static class TypeName
{
    public static string Of(object? item) => FlowIds.Unwrap(item) switch
    {
        null => "null",
        PSObject custom => custom.TypeNames[0],
        var value when value.GetType().IsGenericType => LanguagePrimitives.ConvertTo<string>(value.GetType()),
        var value => value.GetType().FullName!,
    };
}
