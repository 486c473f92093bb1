using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What assemblies say of themselves, without being loaded.</summary>
internal static class Metadata
{
    /// <summary>The assemblies that one refers to.</summary>
    public static List<string> References(string path) => Read(path, reader =>
        reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
            .ToList());

    /// <summary>
    /// The types of other assemblies that one names, and their members: <c>System.DateTime.get_Now</c>.
    /// </summary>
    public static List<string> Names(string path) =>
        Read(path, reader => reader.TypeReferences.Select(handle => TypeName(reader, handle))
        .Concat(reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(
                member => $"{TypeName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"))
        .ToList());

    /// <summary>The string literals of an assembly.</summary>
    public static List<string> Texts(string path) => Read(path, reader =>
    {
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
        {
            texts.Add(reader.GetUserString(handle));
        }

        return texts;
    });

    private static string TypeName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    public static List<T> Read<T>(string path, Func<MetadataReader, List<T>> read)
    {
        using var file = new PEReader(File.OpenRead(path));
        return read(file.GetMetadataReader());
    }
}
