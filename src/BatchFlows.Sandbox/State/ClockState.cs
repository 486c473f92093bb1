using System;

namespace BatchFlows.Sandbox;

/// <summary>
/// A moment of the machine's clock, the same moment on the service's, and how fast the latter goes since then.
/// </summary>
internal sealed record ClockState(DateTimeOffset Machine, DateTimeOffset Service, double Speed);
