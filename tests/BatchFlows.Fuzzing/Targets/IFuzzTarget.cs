using System.Collections.Generic;

namespace BatchFlows.Fuzzing;

/// <summary>Something that reads bytes from outside, and the laws that hold for all bytes.</summary>
internal interface IFuzzTarget
{
    string Name { get; }

    /// <summary>Inputs to begin with.</summary>
    IEnumerable<byte[]> Seeds { get; }

    /// <summary>Reads an input; anything thrown is a finding.</summary>
    void Run(byte[] input);
}
