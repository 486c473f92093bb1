namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Each operation of the service by the command that is made for it: it is called, and what it tells comes out.
/// </summary>
public class OperationTests
{
    public static TheoryData<string> Operations() => [.. OperationTable.Errors.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_has_its_command(string operation)
    {
        using var engine = Engine.WithSandbox();
        var (script, expected) = OperationTable.Commands[operation];

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal([expected], result.Texts);
        Assert.Equal(["True"], engine.Run($"$sandbox.Service.CallCounts['{operation}'] -ge 1").Texts);
    }
}
