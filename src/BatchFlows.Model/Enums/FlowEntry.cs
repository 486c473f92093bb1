namespace BatchFlows;

/// <summary>By what a flow was made. A number this version does not know stays that number.</summary>
public enum FlowEntry
{
    /// <summary>The portal (0).</summary>
    Portal = 0,

    /// <summary>The API (1).</summary>
    Api = 1,

    /// <summary>The operating system of the platform, EOS (2).</summary>
    Eos = 2,
}
