using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Package;

/// <summary>The notices of third parties: each licence once, below what it applies to.</summary>
internal static class NoticeText
{
    public static string Of(IEnumerable<ThirdPartyPackage> packages) =>
        "BatchFlows.PowerShell contains the following files of others, unchanged.\n"
        + string.Concat(packages.GroupBy(package => package.LicenceText)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"\n{new string('=', 80)}\n\n"
                + string.Concat(group.Select(Heading)) + $"\n{group.Key}\n"));

    private static string Heading(ThirdPartyPackage package) =>
        $"{package.Id} {package.Version} ({package.Licence}), {package.Project}\n{package.Copyright}\n"
            + string.Concat(package.Files.Select(file => $"  {file}\n"));
}
