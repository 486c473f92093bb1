namespace BatchFlows;

/// <summary>How a flow was created. A number that this version does not know is kept.</summary>
public enum FlowEntry
{
    /// <summary>The portal (0).</summary>
    Portal = 0,

    /// <summary>The API (1).</summary>
    Api = 1,

    /// <summary>The operating system of the platform, EOS (2).</summary>
    Eos = 2,
}
