using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Runs scripts at full verbosity, and keeps all that they write, show, ask or throw.</summary>
internal sealed class Trail
{
    private readonly ConcurrentQueue<string> _texts = [];

    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Runs a script twice: for its streams, and for what the console shows.</summary>
    public void Run(Engine engine, params string[] scripts)
    {
        engine.Run(
            "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'");
        foreach (var script in scripts)
        {
            var result = engine.Run(script);
            Add(result.Messages.Concat(result.Progress));
            Add(result.Texts);
            Add(result.Output.SelectMany(Properties));
            Add(result.Errors.SelectMany(Properties));
            Add(result.Errors.Select(error => error.Exception.ToString()));
            _texts.Enqueue(engine.Show(script));
        }

        Add(engine.Questions);
    }

    public void AddFiles(TemporaryFolder folder) => Add(folder.Contents);

    public void AssertFreeOf(params string[] secrets)
    {
        Assert.All(
            _texts, text =>
                Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        // Tokens are 32 hex digits in the sandbox, as are the IDs of directories; proofs and signatures are 64
        // everywhere, as are the digests of a state and of a backup.
        Assert.All(
            _texts, text =>
                Assert.DoesNotMatch(
                    "(?<![0-9a-f-])(?!249a33..419a4710b1567f5088f8955b)[0-9a-f]{32}(?![0-9a-f])|(?<!\"(digest\":|sha256\": )\")[0-9a-f]{64}",
                    text));
    }

    private void Add(IEnumerable<string> texts)
    {
        foreach (var text in texts) _texts.Enqueue(text);
    }

    private static IEnumerable<string> Properties(object item) =>
        PSObject.AsPSObject(item).Properties
            .Where(property => property is not PSScriptProperty) // the engine's own, of files
            .Select(property => $"{property.Value}");
}
