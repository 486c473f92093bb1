using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>
/// An operation that stands in one list must stand in all of them; the message names the list that lacks it.
/// </summary>
public class AllOperationsTests
{
    [Fact]
    public async Task Each_operation_is_in_every_list()
    {
        var lists = new Dictionary<string, List<string>>
        {
            ["src/BatchFlows.Client/Messages/Operations.cs"] =
                [.. Messages.Operations.All.Select(operation => operation.Name)],
            ["src/BatchFlows.Sandbox/Operations"] = SandboxOperations(),
            ["tests/Samples/operations.index.json"] = [.. OperationTable.Errors.Keys],
            ["tests/BatchFlows.Client.Tests/Faults/FaultScene.cs"] = [.. (await FaultScene.Shared).Calls.Keys],
        };
        var all = lists.Values.SelectMany(names => names).Distinct().Order().ToList();

        Lists.AssertComplete(
            lists.SelectMany(list => all.Except(list.Value).Select(name => $"{name}: missing in {list.Key}")));
        Assert.All(lists.Values, names => Assert.Equal(names.Distinct(), names));
    }

    [Fact]
    public void Each_operation_has_a_test_on_its_documented_message() =>
        Lists.AssertComplete(OperationTable.MissingIn(typeof(AllOperationsTests).Assembly, withErrors: false)
            .Select(name => $"{name}: no [Covers] test in tests/BatchFlows.Client.Tests/Operations"));

    [Fact]
    public void Each_operation_has_its_documented_messages() =>
        Lists.AssertComplete(OperationTable.Messages
            .Where(message => !File.Exists(Path.Combine(AppContext.BaseDirectory, "Samples", message.File)))
            .Select(message => $"{message.Operation}: no file tests/Samples/{message.File}"));

    /// <summary>The list is internal to the sandbox, which shares nothing with the client.</summary>
    private static List<string> SandboxOperations()
    {
        var rows = (IEnumerable)typeof(SandboxService).Assembly.GetType(
            "BatchFlows.Sandbox.OperationList", throwOnError: true)!
            .GetField("All")!.GetValue(null)!;
        return [.. rows.Cast<object>().Select(row => (string)row.GetType().GetProperty("Name")!.GetValue(row)!)];
    }
}
