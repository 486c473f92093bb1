namespace BatchFlows.Model.Json;

/// <summary>What kind of body an answer has.</summary>
internal enum BodyForm
{
    Json,
    Empty,
    NotJson,

    /// <summary>JSON as far as it goes, but it ends early.</summary>
    CutJson,
}
