using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Rules;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Rules;

public class AnyDefinitionTests
{
    private static readonly RuleContext Context = new(
        new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc)
    {
        LinkedFlows = new Dictionary<string, FlowDefinition?>(),
    };

    [Fact]
    public void AnyDefinition_IsChecked() => Definitions.AnyFlow.Sample(
        json => FlowCheck.Check(FlowDefinition.Parse(json), Context, AllRules.List).Count >= 0, iter: 2000);

    [Fact]
    public void AnyDefinitionOfTheService_IsChecked() => Definitions.Flow.Sample(
        json => FlowCheck.Check(FlowDefinition.Parse(json), Context, AllRules.List).Count > 0, iter: 2000);
}
