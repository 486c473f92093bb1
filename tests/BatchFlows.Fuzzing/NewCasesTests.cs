using System;
using System.IO;

namespace BatchFlows.Fuzzing;

/// <summary>Inputs that nobody has tried before.</summary>
public class NewCasesTests
{
    [Fact]
    public void New_inputs_obey_the_laws()
    {
        var options = new RunOptions
        {
            Time = TimeSpan.FromSeconds(3),
            Findings = Path.Combine(AppContext.BaseDirectory, "findings"),
        };
        using var table = new StringWriter();

        var findings = new FuzzRun(options, table).Run();

        TestContext.Current.SendDiagnosticMessage(table.ToString());
        Assert.True(findings.Count == 0,
            $"{table}\n{string.Join("\n\n", findings)}\nThe inputs are in {options.Findings}; keep them in Corpus.");
    }
}
