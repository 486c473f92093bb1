namespace BatchFlows.Rendering.Pictures;

/// <summary>Sizes of letters in pixels.</summary>
internal static class FontSizes
{
    public const double Title = 17;
    public const double Label = 13;
    public const double Note = 11;
}
