namespace BatchFlows.Analysis.Rules;

/// <summary>What a rule found.</summary>
/// <param name="Message">One sentence or more.</param>
/// <param name="Location">Path into the definition, such as <c>tasks[1].cmd</c>.</param>
internal readonly record struct Problem(string Message, string Location, string? TaskName = null);
