using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using BatchFlows.Sandbox;

namespace BatchFlows.Fuzzing.Targets.Sandbox;

/// <summary>Saved states of the sandbox, as they are and with a digest that is right.</summary>
internal sealed class StateFileTarget : IFuzzTarget
{
    public string Name => "state-file";

    public IEnumerable<byte[]> Seeds
    {
        get
        {
            using var saved = new MemoryStream();
            new SandboxService(new TestClock(ClockMode.Stands, TestClock.SandboxStart)).SaveState(saved);
            using var document = JsonDocument.Parse(saved.ToArray());
            return
            [
                saved.ToArray(),
                """{"format":"BatchFlows.Sandbox/1","digest":"0","state":{}}"""u8.ToArray(),
                JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("state")),
                """
                {"Organization":{"Users":[{"UserId":"u","UserName":"a","IsMember":true,"IsLocked":false}],"Directories":[{"Id":"1","Name":"root","ParentId":null}],"Flows":{},"Drafts":{},"Queues":{},"DefaultTaskDuration":"00:00:02","UtcOffset":"08:00:00","Sorters":"Any","LastFlowId":1,"LastTaskId":1},"Clock":{"Machine":"2020-01-01T00:00:00+00:00","Service":"2020-01-01T00:00:00+00:00","Speed":1},"Latency":"00:00:00","ClockSkew":"00:00:00","TokenLifetime":"02:00:00"}
                """u8.ToArray(),
            ];
        }
    }

    public void Run(byte[] input)
    {
        Load(input);
        Load(Encoding.UTF8.GetBytes(
            $$"""{"format":"BatchFlows.Sandbox/1","digest":"{{Signature.OfState(Encoding.UTF8.GetString(input))}}","state":{{Encoding.UTF8.GetString(input)}}}"""));
    }

    private static void Load(byte[] file)
    {
        try
        {
            _ = StateFile.Read(new MemoryStream(file));
        }
        catch (FormatException)
        {
            // The documented refusal.
        }
    }
}
