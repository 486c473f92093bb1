using System;

namespace BatchFlows.Fuzzing;

/// <summary>A law does not hold for an input. The message says which, without what is special to the input.</summary>
internal sealed class LawBrokenException(string law) : Exception(law);
