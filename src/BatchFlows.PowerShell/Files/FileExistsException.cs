using System.IO;

namespace BatchFlows;

/// <summary>A file of that name is there already and was not to be replaced.</summary>
public sealed class FileExistsException : IOException
{
    internal FileExistsException(string path)
        : base($"The file '{path}' exists already and is left as it is. Use -Force to replace it.")
    {
    }
}
