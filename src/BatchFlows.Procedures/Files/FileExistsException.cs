
namespace BatchFlows;

/// <summary>A file of that name already exists and must not be replaced.</summary>
public sealed class FileExistsException : FlowException
{
    internal FileExistsException(string path)
        : base(FailureKind.FileExists, $"The file '{path}' already exists and is unchanged.")
    {
    }
}
