using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>Every operation with every fault of the request for the token that it needs, in memory.</summary>
public class FaultMatrixOfTokensTests
{
    public static TheoryData<string> Faults { get; } =
        [.. FaultMatrix.Rows.Where(row => row.Token is not null && row.Fault != FaultCell.WrongCertificate)
            .Select(row => row.Fault)];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Each_operation_comes_out_of_a_fault_of_its_token_as_the_matrix_says(string fault) =>
        FaultCell.CheckAsync(FaultCell.Of(fault, isToken: true), FaultLab.InMemoryAsync);
}
