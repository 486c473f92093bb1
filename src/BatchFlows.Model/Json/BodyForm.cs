namespace BatchFlows.Model.Json;

/// <summary>What kind of body an answer has.</summary>
internal enum BodyForm
{
    Json,
    Empty,
    NotJson,

    /// <summary>JSON that ends early.</summary>
    CutJson,
}
