namespace BatchFlows;

/// <summary>A rule that <c>Test-BatchFlow</c> checks.</summary>
public sealed class FlowRule
{
    private static readonly string[] Families =
        ["File", "Graph", "Schedule", "Limits", "Retries", "Links", "People", "Parameters", "Commands", "Portability"];

    internal FlowRule(string ruleId, RuleSeverity severity, string title, string explanation, string remedy)
    {
        RuleId = ruleId;
        Severity = severity;
        Title = title;
        Explanation = explanation;
        Remedy = remedy;
    }

    /// <summary>Its ID, such as <c>BF101</c>, which never changes.</summary>
    public string RuleId { get; }

    /// <summary>Severity of its findings.</summary>
    public RuleSeverity Severity { get; }

    /// <summary>What it looks at: the digit after BF.</summary>
    public string Family => Families[RuleId[2] - '0'];

    /// <summary>What it finds, in a few words.</summary>
    public string Title { get; }

    /// <summary>Why it matters.</summary>
    public string Explanation { get; }

    /// <summary>What to do about a finding.</summary>
    public string Remedy { get; }

    /// <summary>True for a rule that asks the service, and is checked with <c>-Online</c> only.</summary>
    public bool IsOnline => Family == "Links";

    /// <summary>ID and title.</summary>
    public override string ToString() => $"{RuleId} {Title}";
}
