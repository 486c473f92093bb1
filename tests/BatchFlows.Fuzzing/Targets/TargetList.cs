using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Fuzzing.Targets.Analysis;
using BatchFlows.Fuzzing.Targets.Client;
using BatchFlows.Fuzzing.Targets.Model;
using BatchFlows.Fuzzing.Targets.Procedures;
using BatchFlows.Fuzzing.Targets.Rendering;
using BatchFlows.Fuzzing.Targets.Sandbox;
using SharpFuzz.Common;

namespace BatchFlows.Fuzzing;

/// <summary>All that reads bytes from outside.</summary>
internal static class TargetList
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new AnswerTarget(), new ApiCallTarget(), new CheckTarget(), new CronTarget(), new DefinitionTarget(),
        new DiagnosisTarget(), new FlowFileTarget(), new LogTarget(), new PictureTarget(), new RecordTarget(),
        new SandboxCallTarget(), new SandboxWireTarget(), new StateFileTarget(), new TypedTarget(), new ValueTarget(),
    ];

    /// <summary>The targets of an instrumented world, as types that all worlds share.</summary>
    /// <param name="map">Where what they reach is counted.</param>
    public static unsafe (string Name, byte[][] Seeds, Action<byte[]> Run)[] Open(nint map)
    {
        Trace.SharedMem = (byte*)map;
        return [.. All.Select(target => (target.Name, target.Seeds.ToArray(), Counting(target)))];

        static Action<byte[]> Counting(IFuzzTarget target) => input =>
        {
            Trace.PrevLocation = 0;
            target.Run(input);
        };
    }
}
