using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class StateTests
{
    private static readonly string[] Reads =
        ["Search Flow", "Get My Flow", "List Workflow Directories", "Get Timezone", "Get Current Time"];

    private readonly Desk _desk = Desk.Fresh();

    private static byte[] Save(SandboxService service)
    {
        using var stream = new MemoryStream();
        service.SaveState(stream);
        return stream.ToArray();
    }

    private static void Load(SandboxService service, byte[] state)
    {
        using var stream = new MemoryStream(state);
        service.LoadState(stream);
    }

    /// <summary>All that can be seen of an organisation.</summary>
    private static async Task<string> ViewAsync(Desk desk)
    {
        var view = new StringBuilder();
        foreach (var operation in Reads) view.AppendLine((await desk.DataAsync(operation)).ToJsonString());
        foreach (var type in new[] { 0, 1, 2 })
        {
            var search = Pages.Of(1, 1000).With("type", type).With("owner", "").With("status", "")
                .With("fromTriggerTime", 0).With("toTriggerTime", 221845392000000);
            foreach (var run in (await desk.DataAsync("List Flow Instances", search))["flowInsts"]!.AsArray())
            {
                view.AppendLine((await desk.InstanceAsync((string)run!["instanceId"]!)).ToJsonString());
                foreach (var task in JsonNode.Parse((string)run["graph"]!)!["tasks"]!.AsArray())
                {
                    var id = new JsonObject { ["taskInstId"] = (string)task!["taskInstId"]! };
                    view.AppendLine((await desk.CallAsync("Get Task Instance Log", id)).ToJsonString());
                    view.AppendLine((await desk.DataAsync("Get Task Instance", id)).ToJsonString());
                }
            }
        }
        foreach (var flow in (await desk.DataAsync("Get My Flow")).AsArray()
            .Select(flow => long.Parse((string)flow!["flowId"]!)).ToList())
            view.AppendLine((await desk.FlowAsync(flow)).ToJsonString())
                .AppendLine((await desk.ExportAsync(flow)).ToJsonString());
        return view.ToString();
    }

    [Fact]
    public async Task A_loaded_state_is_the_saved_one_in_all_that_can_be_seen_and_goes_on_like_it()
    {
        _desk.Service.AddFlows(2);
        _desk.Service.LockFlow(3003);
        _desk.Service.UtcOffset = TimeSpan.FromHours(-3);
        _desk.Service.Clock.Advance(TimeSpan.FromHours(5));
        _desk.Service.Clock.Speed = 3;
        await _desk.TriggerAsync(3001);
        await _desk.TriggerAsync(3001, _desk.Now + 60_000);
        await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 3001 });
        _desk.Pass(3);
        var other = Desk.Fresh();
        Load(other.Service, Save(_desk.Service));
        for (var step = 0; step < 4; step++)
        {
            Assert.Equal(await ViewAsync(_desk), await ViewAsync(other));
            foreach (var desk in new[] { _desk, other }) desk.Machine.Advance(TimeSpan.FromSeconds(7));
        }
    }

    [Fact]
    public async Task Every_sandbox_starts_with_the_same_state() =>
        Assert.Equal(await ViewAsync(_desk), await ViewAsync(Desk.Fresh()));

    [Fact]
    public async Task Settings_and_users_are_saved_too()
    {
        var service = _desk.Service;
        (service.Latency, service.ClockSkew, service.TokenLifetime) = (
            TimeSpan.FromTicks(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        (service.DefaultTaskDuration, service.Sorters) = (TimeSpan.FromSeconds(9), SandboxSorters.SnakeCase);
        _desk.As(Desk.Anna).User.IsLocked = true;
        var other = Desk.Fresh();
        Load(other.Service, Save(service));
        var loaded = other.Service;
        Assert.Equal(
            (service.Latency, service.ClockSkew, service.TokenLifetime, service.DefaultTaskDuration, service.Sorters),
            (loaded.Latency, loaded.ClockSkew, loaded.TokenLifetime, loaded.DefaultTaskDuration, loaded.Sorters));
        loaded.Latency = TimeSpan.Zero;
        Assert.True(other.As(Desk.Anna).User.IsLocked);
        Assert.Equal(
            62105, (int)(await other.As(Desk.Anna).CallAsync("Enable Flow", new() { ["flowId"] = 3001 }))["code"]!);
    }

    [Fact]
    public async Task A_load_replaces_what_was_there()
    {
        var state = Save(_desk.Service);
        _desk.Service.AddFlows(3);
        Load(_desk.Service, state);
        Assert.Equal(7, (await _desk.DataAsync("Search Flow")).AsArray().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("""{"format":"\ud800"}""")]
    [InlineData("""{"format":"BatchFlows.Sandbox/1","digest":"","state":{}}""")]
    [InlineData(
        """{"format":"BatchFlows.Sandbox/1","digest":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","state":{}}""")]
    [InlineData(
        """{"format":"BatchFlows.Sandbox/1","digest":"74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b","state":null}""")]
    public async Task A_foreign_file_is_refused_and_changes_nothing(string file)
    {
        var before = await ViewAsync(_desk);
        Assert.Throws<FormatException>(() => Load(_desk.Service, Encoding.UTF8.GetBytes(file)));
        Assert.Equal(before, await ViewAsync(_desk));
    }

    [Fact]
    public void A_file_that_is_cut_or_changed_is_refused()
    {
        var state = Save(_desk.Service);
        for (var length = 0; length < state.Length; length += 997)
            Assert.Throws<FormatException>(() => Load(_desk.Service, [.. state.Take(length)]));
        for (var place = 3; place < state.Length; place += 997)
        {
            var changed = (byte[])state.Clone();
            changed[place] ^= 1;
            Assert.Throws<FormatException>(() => Load(_desk.Service, changed));
        }
        Load(_desk.Service, state);
    }
}
