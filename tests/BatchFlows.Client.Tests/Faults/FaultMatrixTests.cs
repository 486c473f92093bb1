using System;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>Every operation with every fault, in memory. Without a socket there is no certificate.</summary>
public class FaultMatrixTests
{
    public static TheoryData<string> Faults { get; } = [.. FaultMatrix.Rows.Select(row => row.Fault).Where(fault => fault != FaultCell.WrongCertificate)];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Each_operation_comes_out_of_a_fault_as_the_matrix_says(string fault) =>
        FaultCell.CheckAsync(FaultCell.Of(fault, isToken: false), FaultLab.InMemoryAsync);

    [Fact]
    public void The_matrix_has_a_row_for_each_fault_and_each_is_there_once()
    {
        var faults = FaultMatrix.Rows.Select(row => row.Fault).ToArray();

        Assert.Equal(faults.Order(), Enum.GetNames<SandboxFault>().Union(FaultCell.Circumstances.Keys).Order());
    }

    [Fact]
    public async Task The_matrix_has_a_call_of_each_operation() =>
        Assert.Equal(OperationTable.Errors.Keys.Order(), (await FaultScene.Shared).Calls.Keys.Order());

    [Fact]
    public async Task A_change_shows_in_the_state_and_a_read_does_not()
    {
        var scene = await FaultScene.Shared;
        foreach (var operation in Messages.Operations.All)
            Assert.Equal((operation.Name, operation.IsReadOnly), (operation.Name, await scene.DoneAsync(operation.Name) == scene.Untouched));
    }
}
