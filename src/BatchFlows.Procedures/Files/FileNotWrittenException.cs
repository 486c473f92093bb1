using System;

namespace BatchFlows;

/// <summary>A file could not be written; what was there before is unchanged.</summary>
public sealed class FileNotWrittenException : FlowException
{
    internal FileNotWrittenException(string path, Exception inner)
        : this(path, inner.Message, inner)
    {
    }

    internal FileNotWrittenException(string path, string why, Exception? inner = null)
        : base(FailureKind.FileNotWritten, $"The file '{path}' could not be written: {why.TrimEnd('.')}.", inner)
    {
    }
}
