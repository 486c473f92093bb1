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

    /// <summary>All of it, a few bytes at a time, with <see cref="SandboxService.DripInterval"/> in between.</summary>
    Drip,

    /// <summary>All of it with the length of a terabyte, and blanks after it until the client leaves.</summary>
    Huge,

    /// <summary>All of it without a length, and blanks after it until the client leaves.</summary>
    Endless,
}
