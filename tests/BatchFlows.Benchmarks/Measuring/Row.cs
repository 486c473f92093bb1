namespace BatchFlows.Benchmarks;

/// <summary>One line of the table: what was measured, the floor it is held against, and the goal.</summary>
/// <param name="Ours">Ours, in the unit.</param>
/// <param name="Floor">What it is compared with, in the same unit; null when the goal is a figure of its own.</param>
/// <param name="Ratio">Ours by floor, the median of the pairs; null without a floor.</param>
/// <param name="Goal">The largest ratio, or without a floor the largest figure, that is good enough; null when it is only told.</param>
internal sealed record Row(string Name, double Ours, double? Floor, string Unit, double? Ratio, double? Goal)
{
    public bool IsMissed => (Ratio ?? Ours) > Goal;
}
