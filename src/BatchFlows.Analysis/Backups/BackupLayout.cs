using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Analysis.Backups;

/// <summary>
/// The files of a backup. They follow from the names of flows and directories alone, so that an organisation that was
/// restored, with other IDs, has the same files. No two of them are the same on a system that ignores case.
/// </summary>
internal static class BackupLayout
{
    public const string ManifestFile = "backup.json";

    /// <summary>Relative paths with slashes, by the IDs of the flows.</summary>
    /// <param name="splitsCommands">True when a flow also needs a folder of its name.</param>
    public static IReadOnlyDictionary<long, string> PathsOf(IEnumerable<FlowPlace> flows, bool splitsCommands)
    {
        var paths = new Dictionary<long, string>();
        string[] endings = splitsCommands ? ["", CanonicalFlow.Extension] : [CanonicalFlow.Extension];
        Fill([.. flows], folder: "", depth: 0);
        return paths;

        void Fill(List<FlowPlace> inside, string folder, int depth)
        {
            var names = new Names();
            if (depth == 0) names.Take(ManifestFile, "");
            foreach (var below in inside.Where(flow => flow.Directory?.Count > depth)
                .GroupBy(flow => flow.Directory![depth]).OrderBy(group => group.Key, StringComparer.Ordinal))
                Fill([.. below], $"{folder}{names.Take(below.Key, "")}/", depth + 1);
            foreach (var flow in inside.Where(flow => (flow.Directory?.Count ?? 0) == depth)
                .OrderBy(flow => flow.FlowName, StringComparer.Ordinal).ThenBy(flow => flow.FlowId))
                paths[flow.FlowId] = folder + names.Take(flow.FlowName, endings) + CanonicalFlow.Extension;
        }
    }

    /// <summary>The names in one folder.</summary>
    private sealed class Names
    {
        private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>A name that is free with each of the endings.</summary>
        public string Take(string name, params string[] endings)
        {
            var free = Candidates(name)
                .First(candidate => !endings.Any(ending => _taken.Contains(Key(candidate, ending))));
            foreach (var ending in endings) _taken.Add(Key(free, ending));
            return free;
        }

        private static IEnumerable<string> Candidates(string name)
        {
            yield return FileName.Of(name);
            yield return FileName.Hashed(name);
            for (var i = 2; ; i++) yield return $"{FileName.Hashed(name)} ({i})";
        }

        /// <summary>Some systems take a letter with its accent and the two of them for the same.</summary>
        private static string Key(string name, string ending) => (name + ending).Normalize(NormalizationForm.FormC);
    }
}
