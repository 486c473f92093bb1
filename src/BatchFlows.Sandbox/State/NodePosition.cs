namespace BatchFlows.Sandbox;

/// <summary>Where a graph node stands on the drawing.</summary>
internal sealed record NodePosition(double X, double Y);
