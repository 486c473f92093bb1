using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BatchFlows.Sandbox;

/// <summary>The operations of the service: the methods that have an <see cref="OperationAttribute"/>.</summary>
internal static class OperationList
{
    public static readonly IReadOnlyList<Operation> All =
    [
        .. typeof(OperationList).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Operations", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods())
            .Select(Of).OfType<Operation>().OrderBy(operation => operation.Name, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<(string Method, string Collection, string Action), Operation> ByCall =
        All.ToDictionary(operation => (operation.Method, operation.Collection, operation.Action));

    public static Operation? Find(string method, string collection, string action) =>
        ByCall.TryGetValue((method, collection, action), out var operation) ? operation : null;

    private static Operation? Of(MethodInfo method) => method.GetCustomAttribute<OperationAttribute>() is { } row
        ? new Operation(
            row.Name, row.Method, row.Collection, row.Action,
            (Func<ServiceCall, string>)Delegate.CreateDelegate(typeof(Func<ServiceCall, string>), method),
            row.IsForUser)
        : null;
}
