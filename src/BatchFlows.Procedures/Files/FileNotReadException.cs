using System;

namespace BatchFlows;

/// <summary>A file could not be read, or is not what the command accepts.</summary>
public sealed class FileNotReadException : FlowException
{
    internal FileNotReadException(string path, string why, Exception? inner = null, string? remedy = null)
        : base(FailureKind.FileNotRead, $"The file '{path}' could not be read: {why.TrimEnd('.')}.", inner, remedy)
    {
    }
}
