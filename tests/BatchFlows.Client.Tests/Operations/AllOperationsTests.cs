using System.Linq;

namespace BatchFlows.Client.Tests;

public class AllOperationsTests
{
    [Fact]
    public void The_client_knows_the_documented_operations_and_no_others() =>
        Assert.Equal(OperationTable.Errors.Keys.Order(), Messages.Operations.All.Select(operation => operation.Name).Order());

    [Fact]
    public void Each_operation_has_a_test_on_its_documented_message() =>
        Assert.Empty(OperationTable.MissingIn(typeof(AllOperationsTests).Assembly, withErrors: false));
}
