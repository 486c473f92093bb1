using System;
using System.IO;

namespace BatchFlows;

/// <summary>A file could not be written; what was there before is still there.</summary>
public sealed class FileNotWrittenException : IOException
{
    internal FileNotWrittenException(string path, Exception inner)
        : base($"The file '{path}' could not be written: {inner.Message.TrimEnd('.')}. Check that its folder exists, may be written to and has room.", inner)
    {
    }
}
