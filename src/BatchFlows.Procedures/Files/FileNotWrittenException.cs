using System;

namespace BatchFlows;

/// <summary>A file could not be written; what was there before is unchanged.</summary>
public sealed class FileNotWrittenException : FlowException
{
    internal FileNotWrittenException(string path, Exception inner)
        : base(FailureKind.FileNotWritten, $"The file '{path}' could not be written: {inner.Message.TrimEnd('.')}.",
            inner)
    {
    }
}
