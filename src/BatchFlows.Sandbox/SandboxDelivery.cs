namespace BatchFlows.Sandbox;

/// <summary>How the transport delivers an answer.</summary>
public enum SandboxDelivery
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The connection is reset and nothing of the answer is sent.</summary>
    Drop,

    /// <summary>The header and half of the body are sent, then the connection is reset.</summary>
    Cut,
}
