using System;

namespace BatchFlows;

/// <summary>How alerts are sent. A number that this version does not know is kept.</summary>
[Flags]
public enum AlertMode
{
    /// <summary>No alerts (0).</summary>
    Off = 0,

    /// <summary>By e-mail (1).</summary>
    Email = 1,

    /// <summary>By SMS (2).</summary>
    Sms = 2,
}
