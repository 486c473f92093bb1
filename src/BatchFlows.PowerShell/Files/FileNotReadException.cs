using System;
using System.IO;

namespace BatchFlows;

/// <summary>A file could not be read, or is not what was expected.</summary>
public sealed class FileNotReadException : IOException
{
    internal FileNotReadException(string path, string why, Exception? inner = null)
        : base($"The file '{path}' could not be read: {why.TrimEnd('.')}. Nothing was done with it.", inner)
    {
    }
}
