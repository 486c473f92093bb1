namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class KeyFields() : TaskRule(
    "BF305", RuleSeverity.Error, "runMode", "distribution key without its fields",
    "An external file (keyType 1) needs the fields datasourceId and path; a custom key (keyType 2) "
        + "needs content.",
    "Fill the fields that belong to the key type.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow)
    {
        var mode = task.RunMode;
        if (!task.IsSplit) return null;
        return mode.KeyType switch
        {
            KeyType.ExternalFile when mode.DataSourceId is not > 0 => "keyType is 1, and datasourceId is missing.",
            KeyType.ExternalFile when string.IsNullOrWhiteSpace(mode.Path) => "keyType is 1, and path is empty.",
            KeyType.Custom when string.IsNullOrWhiteSpace(mode.Content) => "keyType is 2, and content is empty.",
            _ => null,
        };
    }
}
