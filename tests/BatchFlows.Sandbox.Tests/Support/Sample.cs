using System;
using System.IO;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox.Tests;

/// <summary>The documented messages beside the tests.</summary>
internal static class Sample
{
    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));

    public static void AssertIs(string name, SandboxResponse answer) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(Text(name)), Caller.Json(answer)), Caller.Json(answer)?.ToJsonString());
}
