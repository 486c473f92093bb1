using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Errors;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <content>The changes that the parameters stand for.</content>
public sealed partial class SetBatchFlowSandboxCommand
{
    private void Set(SandboxServer sandbox)
    {
        try
        {
            foreach (var (what, make) in Changes().ToList())
            {
                if (ShouldProcess($"Sandbox {sandbox.Gateway}", what)) make(sandbox.Service);
            }
        }
        catch (ArgumentException e)
        {
            WriteError(ErrorRecords.InvalidArgument(SandboxMessages.SentenceOf(e), sandbox));
            return;
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, sandbox));
            return;
        }

        if (PassThru) WriteObject(sandbox);
    }

    private IEnumerable<(string What, Action<SandboxService> Make)> Changes()
    {
        if (LoadPath is { } from) yield return ($"Load the state in '{from}'", service => Load(service, Resolve(from)));
        if (UtcOffset is { } offset)
            yield return ($"Set the server's zone to {offset}", service => service.UtcOffset = offset);
        if (Speed is { } speed)
            yield return ($"Set the speed of the clock to {speed}", service => service.Clock.Speed = speed);
        if (Time is { } time) yield return ($"Set the clock to {time:u}", service => service.Clock.Set(time));
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Scheduler)))
            yield return (
                Scheduler ? "Switch the scheduler on" : "Switch the scheduler off",
                service => service.IsScheduling = Scheduler);
        if (Advance is { } by)
            yield return ($"Move the clock forward by {by}", service => service.Clock.Advance(Checked(by)));
        if (ClockSkewSeconds is { } skew)
            yield return (
                $"Set the gateway's clock {skew} s ahead", service => service.ClockSkew = TimeSpan.FromSeconds(skew));
        if (LatencyMilliseconds is { } latency)
            yield return (
                $"Let calls take {latency} ms", service => service.Latency = TimeSpan.FromMilliseconds(latency));
        if (TaskSeconds is { } seconds)
            yield return (
                $"Let tasks run {seconds} s", service => service.DefaultTaskDuration = TimeSpan.FromSeconds(seconds));
        if (Sorters is { } sorters)
            yield return ($"Sort by fields in the spelling {sorters}", service => service.Sorters = sorters);
        if (TokenLifetimeSeconds is { } life)
            yield return ($"Let tokens live {life} s", service => service.TokenLifetime = TimeSpan.FromSeconds(life));
        if (ExpireTokens) yield return ("End all tokens", service => service.ExpireTokens());
        foreach (var user in LockUser ?? [])
            yield return ($"Lock the user {user}", service => Find(service, user).IsLocked = true);
        foreach (var user in UnlockUser ?? [])
            yield return ($"Unlock the user {user}", service => Find(service, user).IsLocked = false);
        foreach (var flow in LockFlow ?? []) yield return ($"Lock flow {flow}", service => service.LockFlow(flow));
        foreach (var flow in UnlockFlow ?? [])
            yield return ($"Unlock flow {flow}", service => service.LockFlow(flow, locked: false));
        if (ClearFaults) yield return ("Clear the faults", service => service.ClearFaults());
        foreach (var fault in Fault ?? [])
        {
            var what = $"Let {Count ?? 1} calls of {Operation ?? "any operation"} end in {fault}";
            yield return (what, service => service.InjectFault(fault, Count ?? 1, Operation));
        }

        if (SavePath is { } to) yield return ($"Save its state in '{to}'", service => Save(service, Resolve(to)));
    }

    private void Load(SandboxService service, string path) =>
        PipelineThread.Wait(Task.Run(() => SandboxStateFile.Load(service, path, PipelineThread.Stopping)));

    private void Save(SandboxService service, string path) =>
        PipelineThread.Wait(Task.Run(() => SandboxStateFile.Save(service, path, Force, PipelineThread.Stopping)));

    private static TimeSpan Checked(TimeSpan advance) => advance > TimeSpan.Zero
        ? advance
        : throw new ArgumentException($"-Advance moves the clock forward, and this is {advance}. -Time moves it back.");

    private static SandboxUser Find(SandboxService service, string user) =>
        service.Users.FirstOrDefault(known => known.UserId == user || known.UserName == user)
        ?? throw new ArgumentException($"The sandbox has no user '{user}'. It has {string.Join(", ", service.Users)}.");
}
