using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class CommonErrorTests
{
    public static IEnumerable<TheoryDataRow<string>> All() =>
        OperationTable.Errors.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> ForUsers() =>
        OperationTable.Errors.Where(row => row.Value.Contains(62101)).Select(row => new TheoryDataRow<string>(row.Key));

    [Fact]
    public void No_operation_and_no_documented_error_goes_untested() =>
        Lists.AssertComplete(OperationTable.MissingIn(typeof(CommonErrorTests).Assembly, withErrors: true)
            .Select(cell => $"{cell}: no [Covers] test in tests/BatchFlows.Sandbox.Tests/Operations"));

    [Theory]
    [CoversAll(62101)]
    [MemberData(nameof(ForUsers))]
    public async Task A_user_whom_nobody_knows_is_refused(string operation) => await Desk.Fresh().As("u1")
        .RefusedAsync(62101, "userId does not exist, or it does not match to orgId.", operation);

    [Theory]
    [CoversAll(62103)]
    [MemberData(nameof(ForUsers))]
    public async Task A_user_of_no_organisation_is_refused(string operation) =>
        await Desk.Fresh().As(Desk.Outsider).RefusedAsync(62103, "User has no privilege.", operation);

    [Theory]
    [CoversAll(62109)]
    [MemberData(nameof(All))]
    public async Task A_fault_of_the_service_says_so(string operation)
    {
        var desk = Desk.Fresh();
        desk.Service.InjectFault(SandboxFault.ServiceFailed, operation: operation);
        await desk.RefusedAsync(62109, "Internal server exception", operation);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Calls_are_counted_by_operation(string operation)
    {
        var desk = Desk.Fresh();
        await desk.CallAsync(operation);
        await desk.CallAsync(operation);
        Assert.Equal((operation, 2), Assert.Single(desk.Service.CallCounts.Select(count => (count.Key, count.Value))));
        desk.Service.ResetCounters();
        Assert.Empty(desk.Service.CallCounts);
    }
}
