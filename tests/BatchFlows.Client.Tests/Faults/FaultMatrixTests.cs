using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>Every operation with every fault, in memory. Without a socket there is no certificate.</summary>
public class FaultMatrixTests
{
    public static TheoryData<string> Faults { get; } =
        [.. FaultMatrix.Rows.Select(row => row.Fault).Where(fault => fault != FaultCell.WrongCertificate)];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Each_operation_comes_out_of_a_fault_as_the_matrix_says(string fault) =>
        FaultCell.CheckAsync(FaultCell.Of(fault, isToken: false), FaultLab.InMemoryAsync);

    [Fact]
    public void The_matrix_has_a_row_for_each_fault_and_each_is_there_once()
    {
        var rows = FaultMatrix.Rows.Select(row => row.Fault).ToList();
        var faults = Enum.GetNames<SandboxFault>().Union(FaultCell.Circumstances.Keys).ToList();

        Lists.AssertComplete(faults.Except(rows)
            .Select(fault => $"{fault}: no row in tests/BatchFlows.Client.Tests/Faults/FaultMatrix.cs"));
        Lists.AssertComplete(
            rows.Except(faults).Select(fault => $"{fault}: no value in src/BatchFlows.Sandbox/SandboxFault.cs"));
        Assert.Equal(rows.Distinct(), rows);
    }

    [Fact]
    public async Task The_sandbox_plays_each_fault()
    {
        var missing = new List<string>();
        foreach (var fault in Enum.GetValues<SandboxFault>())
        {
            var service = new SandboxService(TimeProvider.System);
            service.InjectFault(fault);
            using var handler = new SandboxHandler(service);
            // the fault Hang lasts as long
            using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(1) };
            var call = new Uri("http://localhost/batch-processing-service/v2.1/time?action=getTimeZone");

            var failure = await Record.ExceptionAsync(async () =>
            {
                using var answer = await client.GetAsync(
                    call, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            });

            if (failure is ArgumentOutOfRangeException)
                missing.Add($"{fault}: no case in src/BatchFlows.Sandbox/Gateway/FaultPlayer.cs");
        }

        Lists.AssertComplete(missing);
    }

    [Fact]
    public async Task The_matrix_has_a_call_of_each_operation() =>
        Assert.Equal(OperationTable.Errors.Keys.Order(), (await FaultScene.Shared).Calls.Keys.Order());

    [Fact]
    public async Task A_change_shows_in_the_state_and_a_read_does_not()
    {
        var scene = await FaultScene.Shared;
        foreach (var operation in Messages.Operations.All)
            Assert.Equal((operation.Name, operation.IsReadOnly),
                (operation.Name, await scene.DoneAsync(operation.Name) == scene.Untouched));
    }
}
