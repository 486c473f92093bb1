using System;
using System.IO;
using System.Security.Cryptography;

namespace BatchFlows.Package;

/// <summary>A file of the module, with its hashes.</summary>
internal sealed record ShippedFile(string Path, string Sha1, string Sha256)
{
    public string Id { get; } = "SPDXRef-File-" + Path.Replace('/', '-').Replace('_', '-');

    public static ShippedFile Read(string folder, string path)
    {
        var bytes = File.ReadAllBytes(System.IO.Path.Combine(folder, path));
        return new(path, Sha1Of(bytes), Hex(SHA256.HashData(bytes)));
    }

#pragma warning disable CA5350 // SPDX 2 requires it beside the strong one.
    public static string Sha1Of(byte[] bytes) => Hex(SHA1.HashData(bytes));
#pragma warning restore CA5350

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
