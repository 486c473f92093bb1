using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What the module says of its own files: the bill of materials and the notices of third parties.</summary>
public class BillOfMaterialsTests
{
    private const string FileName = "BatchFlows.PowerShell.spdx.json";
    private static readonly JsonNode Bill = JsonNode.Parse(File.ReadAllText(Path.Combine(Paths.Module, FileName)))!;

    private static readonly string[] Shipped =
        File.ReadAllLines(Path.Combine(Paths.Repository, "module", "files.txt"));

    private static IEnumerable<string> OfThirdParties => Shipped
        .Where(file => Path.GetExtension(file) == ".dll"
            && !Path.GetFileName(file).StartsWith("BatchFlows.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [Fact]
    public void It_lists_what_ships_with_its_hashes()
    {
        var listed = Bill["files"]!.AsArray().Select(file => (
            (string)file!["fileName"]!,
            (string)file["checksums"]!.AsArray()
                .Single(sum => (string)sum!["algorithm"]! == "SHA256")!["checksumValue"]!));

        Assert.Equal(
            Shipped.Where(file => file != FileName).Order(StringComparer.Ordinal).Select(file => ("./" + file,
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Paths.Module, file)))))),
            listed);
    }

    [Fact]
    public void It_says_of_each_file_of_others_which_package_it_is_from()
    {
        var names = Bill["files"]!.AsArray()
            .ToDictionary(file => (string)file!["SPDXID"]!, file => (string)file!["fileName"]!);
        var packages = Bill["packages"]!.AsArray().ToDictionary(package => (string)package!["SPDXID"]!);
        var origins = Bill["relationships"]!.AsArray()
            .Where(relation => (string)relation!["relationshipType"]! == "GENERATED_FROM")
            .ToDictionary(
                relation => names[(string)relation!["spdxElementId"]!],
                relation => packages[(string)relation!["relatedSpdxElement"]!]!);

        Assert.Equal(OfThirdParties.Select(file => "./" + file), origins.Keys.Order(StringComparer.Ordinal));
        Assert.All(origins, origin =>
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(origin.Key), (string)origin.Value["name"]!);
            Assert.Equal(
                Path.GetFileName(origin.Key) switch
                {
                    "Polly.Core.dll" => "BSD-3-Clause",
                    "DiffPlex.dll" => "Apache-2.0",
                    _ => "MIT",
                },
                (string)origin.Value["licenseDeclared"]!);
        });
    }

    [Fact]
    public void The_notices_name_exactly_the_files_of_others_with_their_licences()
    {
        var notices = File.ReadAllText(Path.Combine(Paths.Module, "THIRD-PARTY-NOTICES.txt"));

        Assert.Equal(OfThirdParties, notices.Split('\n')
            .Where(line => line.StartsWith("  bin/", StringComparison.Ordinal))
            .Select(line => line.Trim()).Order(StringComparer.Ordinal));
        Assert.Equal(2, notices.Split('\n').Count(line => line == "The MIT License (MIT)")); // Cronos has its own
        Assert.Single(notices.Split('\n'), "Apache License");
        Assert.Single(notices.Split('\n'), "BSD 3-Clause License");
    }
}
