namespace BatchFlows.Analysis.Comparison;

/// <summary>Where in a flow something is compared.</summary>
internal sealed record Place(string FlowName, string? TaskName = null, string Field = "")
{
    /// <summary>A field of what is here.</summary>
    public Place At(string field) => this with { Field = Field.Length == 0 ? field : $"{Field}.{field}" };

    /// <summary>One item of the list that is here.</summary>
    public Place Item(string name) => this with { Field = $"{Field}[{name}]" };
}
