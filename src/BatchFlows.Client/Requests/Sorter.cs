namespace BatchFlows.Client.Requests;

/// <summary>How a list is sorted.</summary>
/// <param name="Field">
/// One of <c>createTime</c>, <c>updateTime</c>, <c>startTime</c>, and for runs also <c>triggerTime</c> and
/// <c>endTime</c>. They are sent in snake case to services that require it.
/// </param>
/// <param name="IsDescending">True for the largest first.</param>
internal sealed record Sorter(string Field, bool IsDescending = false)
{
    /// <summary>By a time that a flow or a run has, such as <c>CreateTime</c>.</summary>
    public static Sorter By(string property, bool isDescending = false) =>
        new(char.ToLowerInvariant(property[0]) + property.Substring(1), isDescending);
}
