using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace BatchFlows.Tests;

/// <summary>The documented operations of the service and the error codes that each can answer.</summary>
internal static class OperationTable
{
    private const int UserUnknown = 62101;
    private const int Invalid = 62102;
    private const int NoPrivilege = 62103;
    private const int Forbidden = 62104;
    private const int Locked = 62105;
    private const int ServiceFailed = 62109;

    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Errors { get; } =
        new Dictionary<string, IReadOnlyList<int>>
        {
            ["Cancel Flow Instance"] = ForUser(),
            ["Create Directory"] = ForUser(Invalid),
            ["Delete Flow"] = ForUser(Forbidden),
            ["Disable Flow"] = ForUser(),
            ["Enable Flow"] = ForUser(),
            ["Export Flow"] = ForUser(Invalid),
            ["Get Current Time"] = [ServiceFailed],
            ["Get Flow"] = ForUser(),
            ["Get Flow Instance"] = ForUser(),
            ["Get My Flow"] = ForUser(),
            ["Get Task Instance"] = ForUser(),
            ["Get Task Instance Log"] = ForUser(Invalid),
            ["Get Timezone"] = [ServiceFailed],
            ["Import Flow"] = ForUser(Invalid),
            ["List Flow Instances"] = ForUser(Invalid),
            ["List Workflow Directories"] = ForUser(),
            ["Load Flow For Edit"] = ForUser(),
            ["Save Flow"] = ForUser(Invalid, Locked),
            ["Search Flow"] = ForUser(Invalid),
            ["Trigger Flow"] = ForUser(Forbidden),
            ["Trigger Flow From Task"] = ForUser(Invalid),
            ["Update And Trigger Flow"] = ForUser(Forbidden),
        };

    /// <summary>What no test says that it covers: operations, and with their errors also "operation code".</summary>
    public static IEnumerable<string> MissingIn(Assembly tests, bool withErrors)
    {
        var covered = tests.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .SelectMany(method => method.GetCustomAttributes<CoversAttribute>()
                .Select(covers => (covers.Operation, covers.Code))
                .Concat(method.GetCustomAttributes<CoversAllAttribute>()
                    .SelectMany(all => Errors.Keys.Select(name => (name, all.Code)))))
            .ToHashSet();
        return Errors
            .SelectMany(
                row => (withErrors ? row.Value.Prepend(0) : [0]).Select(code => (Operation: row.Key, Code: code)))
            .Where(cell => !covered.Contains(cell))
            .Select(cell => cell.Code == 0 ? cell.Operation : $"{cell.Operation} {cell.Code}");
    }

    private static int[] ForUser(params int[] others) => [UserUnknown, NoPrivilege, ServiceFailed, .. others];
}

/// <summary>A test of one operation's success, or of one of its errors.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string operation, int code = 0) : Attribute
{
    public string Operation { get; } = operation;

    public int Code { get; } = code;
}

/// <summary>A test of one error with every operation that can answer it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAllAttribute(int code) : Attribute
{
    public int Code { get; } = code;
}
