namespace BatchFlows.Benchmarks;

/// <summary>One line of the table: what was measured, the figure it is compared with, and the goal.</summary>
/// <param name="Ours">Ours, in the unit.</param>
/// <param name="Floor">What it is compared with, in the same unit; null when the goal is a figure of its own.</param>
/// <param name="Ratio">
/// Median of the pairs: ours by floor, or floor by ours with a least goal; null without a floor.
/// </param>
/// <param name="Goal">
/// The ratio, or without a floor the figure, that is still good enough; null when it is only shown.
/// </param>
/// <param name="IsLeast">
/// True when the ratio must not be smaller than the goal; otherwise it must not be larger.
/// </param>
internal sealed record Row(
    string Name, double Ours, double? Floor, string Unit, double? Ratio, double? Goal, bool IsLeast = false)
{
    public bool IsMissed => IsLeast ? Ratio < Goal : (Ratio ?? Ours) > Goal;
}
