using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Logs;

namespace BatchFlows.Fuzzing.Targets.Client;

/// <summary>
/// Answers of the service, gateway and token service to each operation. An input has a line with the operation and the
/// HTTP status, lines of header fields, a blank line, and the body.
/// </summary>
internal sealed class AnswerTarget : IFuzzTarget
{
    private static readonly DateTimeOffset Time = new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Page Page = new(1, 10, new Sorter("createTime", IsDescending: true));
    private static readonly FlowDefinition Definition = FlowDefinition.Parse("""{"name":"a","tasks":[{"name":"b"}]}""");

    private static readonly (string Name, string Sample, Func<FlowClient, Task<object?>> Call)[] Operations =
    [
        ("token", "token-get", async client => { await client.AuthenticateAsync(); return null; }),
        ("export", "export-flow", async client => await client.ExportFlowAsync(1)),
        ("get", "get-flow.", async client => await client.GetFlowAsync(1)),
        ("mine", "get-my-flow", async client => await client.GetMyFlowsAsync()),
        ("search", "search-flow", async client => await client.SearchFlowsAsync("a", Page)),
        ("import", "import-flow", async client => await client.ImportFlowAsync(new FlowImport("a", "d", Definition))),
        ("load", "load-flow-for-edit", async client => await client.LoadFlowForEditAsync(1)),
        ("delete", "delete-flow", async client => { await client.DeleteFlowAsync(1); return null; }),
        ("enable", "enable-flow", async client => { await client.EnableFlowAsync(1); return null; }),
        ("trigger", "trigger-flow.", async client => await client.TriggerFlowAsync(1, Time)),
        ("from-task", "trigger-flow-from", async client => await client.TriggerFlowFromTaskAsync(1, 2, Time)),
        ("update", "update-and", async client =>
            await client.UpdateAndTriggerFlowAsync(1, new ParameterList(new Hashtable { ["a"] = "b" }), Time)),
        ("instance", "get-flow-instance", async client => await client.GetFlowInstanceAsync("1-2")),
        ("instances", "list-flow", async client =>
            await client.ListFlowInstancesAsync(new FlowInstanceQuery(FlowType.Periodic, Time, Time), Page)),
        ("task", "get-task-instance.", async client => await client.GetTaskInstanceAsync("1-2")),
        ("log", "get-task-instance-log", async client => await new LogReader(client).ReadAsync("1-2")),
        ("directories", "list-workflow", async client => await client.ListDirectoriesAsync()),
        ("directory", "create-directory", async client => await client.CreateDirectoryAsync("a", "b")),
        ("time", "get-current-time", async client => await client.GetCurrentTimeAsync()),
        ("zone", "get-timezone", async client => await client.GetTimeZoneAsync()),
        ("any", "error-", async client => await client.CallAsync(new ApiCall("flows", "new"))),
    ];

    private static readonly Gateway Service = new();

    public string Name => "answer";

    public IEnumerable<byte[]> Seeds =>
    [
        .. Operations.SelectMany(
            operation => Samples.Of(operation.Sample).Select(body => Input($"{operation.Name} 200", body))),
        Input("export 429\nRetry-After: 3", "{\"message\":\"API rate limit exceeded\"}"u8),
        Input("token 503\nRetry-After: Fri, 02 Jan 2026 03:04:15 GMT\nDate: Fri, 02 Jan 2026 03:04:05 GMT",
            "<html></html>"u8),
        Input("trigger 401\nDate: Fri, 02 Jan 2026 03:04:05 GMT", "{\"apim_status\":4011}"u8),
        Input("import 500", "{\"code\":62109,\"msg\":\"Internal server exception\",\"requestId\":\"r\"}"u8),
    ];

    public void Run(byte[] input)
    {
        var end = input.AsSpan().IndexOf("\n\n"u8);
        var head = Encoding.UTF8.GetString(input, 0, Math.Max(end, 0)).Split('\n');
        var words = head[0].Split(' ');
        var operation = Array.FindIndex(Operations, known => known.Name == words[0]);
        if (operation < 0) operation = input.Length % Operations.Length;
        var status = int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 100, 999)
            : 200;
        var headers = head.Skip(1).Select(line => line.Split(':', 2)).Where(field => field.Length == 2)
            .Select(field => (field[0].Trim(), field[1].Trim()));
        Service.Answer(
            status, [.. headers], input.AsSpan(end < 0 ? 0 : end + 2).ToArray(), isTokenService: operation == 0);
        try
        {
            Everything.LookAt(Law.IsDone(Operations[operation].Call(Service.Client)));
        }
        catch (FlowServiceException e)
        {
            Law.Holds(e.Message.Length > 0 && e.Attempts is > 0 and < 20, "a failure does not tell its attempts");
        }
    }

    private static byte[] Input(string head, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(head), .. "\n\n"u8, .. body];
}
