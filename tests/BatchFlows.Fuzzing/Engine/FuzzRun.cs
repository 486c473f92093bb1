using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace BatchFlows.Fuzzing;

/// <summary>Fuzzes all targets, as many at once as there are cores.</summary>
internal sealed class FuzzRun(RunOptions options, TextWriter output)
{
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);
    private const int StackSize = 1 << 20; // that of a main thread on Windows, the smallest on which the module runs

    private readonly ConcurrentBag<Finding> _findings = [];

    public IReadOnlyCollection<Finding> Run()
    {
        Directory.CreateDirectory(options.Findings);
        string[] names = [.. TargetList.All.Select(target => target.Name)
            .Where(name => options.Target is null || name == options.Target)];
        var waiting = new ConcurrentQueue<string>(names);
        var workers = new Worker[Math.Min(Environment.ProcessorCount, names.Length)];
        var time = options.Time * workers.Length / names.Length;
        output.WriteLine(
            $"seed {options.Seed}\n{"target",-14}{"inputs",12}{"inputs/s",10}{"corpus",8}{"edges",8}{"findings",10}");
        for (var i = 0; i < workers.Length; i++) workers[i] = new Worker(Work);
        foreach (var worker in workers) Wait(worker);
        output.WriteLine($"{"all",-14}{workers.Sum(worker => worker.Inputs),12:N0}");
        foreach (var finding in _findings)
            File.WriteAllBytes(Path.Combine(options.Findings, $"{finding.Target}-{finding.FileName}"), finding.Input);
        return _findings;

        void Work(Worker worker)
        {
            while (waiting.TryDequeue(out var name))
            {
                using var map = new CoverageMap();
                var (_, seeds, run) = new FuzzContext().OpenTargets(map).Single(target => target.Name == name);
                var campaign = worker.Campaign = new Campaign(name, seeds, run, map, options.Seed);
                campaign.Run((options.Inputs + names.Length - 1) / names.Length, time, options.Findings);
                worker.Inputs += campaign.Inputs;
                foreach (var finding in campaign.Findings) _findings.Add(finding);
                if (options.Corpus is { } folder) campaign.SaveCorpus(folder);
                lock (output) output.WriteLine(Row(campaign));
            }
        }
    }

    private static string Row(Campaign of) =>
        $"{of.Name,-14}{of.Inputs,12:N0}{of.Inputs / of.Time.TotalSeconds,10:N0}{of.CorpusSize,8:N0}{of.Edges,8:N0}{of.Findings.Count,10:N0}";

    /// <summary>Waits for a worker, or gives it up when an input never ends: a thread cannot be stopped.</summary>
    private void Wait(Worker worker)
    {
        while (!worker.Thread.Join(TimeSpan.FromSeconds(1)))
        {
            if (worker.Campaign is not { Probe: { } probe } campaign || probe.Running < Hanging) continue;
            _findings.Add(
                new Finding(
                    campaign.Name, "hangs", probe.Input, $"It has been running for {probe.Running.TotalSeconds:0} s."));
            return;
        }

        if (worker.Failure is { } failure) throw new InvalidOperationException("The fuzzer itself failed.", failure);
    }

    private sealed class Worker
    {
        public Worker(Action<Worker> work)
        {
            Thread = new Thread(() => Run(work), StackSize) { IsBackground = true };
            Thread.Start();
        }

        public Thread Thread { get; }

        public Campaign? Campaign { get; set; }

        public long Inputs { get; set; }

        public Exception? Failure { get; private set; }

        private void Run(Action<Worker> work)
        {
            try
            {
                work(this);
            }
            catch (Exception e)
            {
                Failure = e;
            }
        }
    }
}
