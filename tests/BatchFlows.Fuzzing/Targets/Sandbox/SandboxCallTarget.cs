using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BatchFlows.Model.Json;
using BatchFlows.Sandbox;

namespace BatchFlows.Fuzzing.Targets.Sandbox;

/// <summary>
/// Calls that the sandbox's gateway let pass, one on a line: method, collection and query, body. Other lines put a
/// definition, let seconds pass, or save the state and load it again.
/// </summary>
internal sealed class SandboxCallTarget : IFuzzTarget
{
    private const int MostCalls = 16;
    private static readonly int[] Codes = [0, 62101, 62102, 62103, 62104, 62105, 62109];

    private static readonly Dictionary<long, string> Flows = OrganizationSeed.Make(
        DateTimeOffset.UnixEpoch).Flows.ToDictionary(flow => flow.Key, flow => flow.Value.Definition);

    private readonly SandboxClock _clock = new(new TestClock(ClockMode.Stands, TestClock.SandboxStart));
    private readonly BatchService _service;
    private readonly ClockState _start;

    public SandboxCallTarget() => (_service, _start) = (new BatchService(_clock), _clock.State);

    public string Name => "sandbox-call";

    public IEnumerable<byte[]> Seeds => Samples.Texts(
        """
        GET flows?action=export&flowId=2924
        GET flows?action=get&flowId=3001
        GET flows?action=getMyFlow&expression=a
        GET directories?action=listWorkFlowDirs
        GET time?action=getTimeZone
        """,
        """
        POST flows?action=import {"flowName":"a","desc":"","dirId":"249a33bd419a4710b1567f5088f8955b","flowJson":{"name":"a","cycle":"D","cron":"0 0 0 * * ? *","tasks":[{"name":"b","cmd":"sleep 5","retryLimit":1},{"name":"c","cmd":"exit 1"}],"relations":[{"sourceTaskName":"b","targetTaskName":"c","rerun":true}],"flowLinks":[{"linkId":"0","sourceFlowName":"nFlow"}],"linkRelations":[{"linkId":"0","targetTaskName":"b"}]}}
        POST flows?action=trigger {"flowId":3101,"triggerTime":1600000000000}
        wait 20
        GET flowInstances?action=get&flowInstId=3101-20200913122600
        POST flowInstances?action=search {"type":1,"fromTriggerTime":0,"toTriggerTime":1600000060000,"status":"","owner":"","expression":"","pagination":{"pageNo":1,"pageSize":10,"sorters":[{"field":"createTime","order":"DESC"}]}}
        GET taskInstances?action=getLog&taskInstId=100001-20200913122600
        save
        """,
        """
        GET flows?action=loadForEdit&flowId=3001
        POST flows?action=save {"id":3101,"type":1,"name":"n","freq":"0 0 0 * * ? *","cycle":"D","alertMode":0,"doAs":"","parameters":"[]","owners":"a","desc":"","startTime":"2020-01-01","visitors":"","active":1,"tasks":[{"taskId":100001,"taskName":"x","nodeId":"1","x":0.5,"y":1}],"flows":[{"flowId":2924,"nodeId":"2","isVirtual":false}],"relations":[{"source":"2","target":"1","rerun":true}]}
        GET flows?action=get&flowId=3001
        POST flows?action=updateAndTrigger {"flowId":3001,"triggerTime":1600000000000,"parameters":[{"key":"a","value":"b"}]}
        POST flows?action=triggerFromTask {"flowId":3001,"taskId":100001,"triggerTime":1600000060000}
        POST flowInstances?action=cancel {"flowInstId":"3001-20200913122700"}
        """,
        """
        put {"name":"p","tasks":[{"name":"a","cmd":"echo ${x}; sleep 3"},{"name":"a"}],"parameters":"[{\"key\":\"x\",\"value\":\"1\"}]"}
        GET flows?action=loadForEdit&flowId=5000
        POST flows?action=trigger {"flowId":5000,"triggerTime":0}
        POST flows?action=search {"expression":"","pagination":{"pageNo":1,"pageSize":10,"sorters":[]}}
        POST flows?action=disable {"flowId":5000}
        POST directories?action=create {"parentId":"249a33bd419a4710b1567f5088f8955b","dirName":"d"}
        GET flows?action=delete&flowId=5000
        """);

    public void Run(byte[] input)
    {
        _clock.State = _start;
        _service.Replace(Organization());
        var rest = input.AsSpan();
        for (var calls = 0; calls < MostCalls && rest.Length > 0; calls++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(end < 0 ? rest : rest.Slice(0, end)).Split(' ', 3);
            rest = end < 0 ? [] : rest.Slice(end + 1);
            Do(line);
        }
    }

    /// <summary>A small organisation: the seeded one with all its runs takes longer to make than to call.</summary>
    private Organization Organization()
    {
        var organization = new Organization
        {
            Users = [new()
                { UserId = OrganizationSeed.AdministratorId, UserName = OrganizationSeed.Administrator,
                    IsAdministrator = true }],
            Directories = [new(BatchFlows.Sandbox.Organization.DirectoryId(0), "Workflow", null)],
        };
        foreach (var id in new[] { 2924, 3001, 3003 })
            FlowGenerator.Put(organization, _clock.Now, id, Flows[id], organization.Root);
        return organization;
    }

    private void Do(string[] line)
    {
        switch (line)
        {
            case ["wait", var seconds]
                when int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                _clock.Advance(TimeSpan.FromSeconds(number));
                break;
            case ["put", ..]:
                var definition = string.Join(' ', line.AsSpan(1)!);
                _service.Use(
                    (organization, now) => FlowGenerator.Put(organization, now, 5000, definition, organization.Root));
                break;
            case ["save"]:
                var saved = _service.Use((organization, _) => StateFile.Write(new()
                {
                    Organization = organization,
                    Clock = _clock.State,
                    Latency = default,
                    ClockSkew = default,
                    TokenLifetime = default,
                }));
                _service.Replace(StateFile.Read(new MemoryStream(saved)).Organization);
                break;
            case [var method, var target, ..]:
                Call(method, target.Split('?', 2), Encoding.UTF8.GetBytes(line.Length > 2 ? line[2] : ""));
                break;
        }
    }

    private void Call(string method, string[] target, byte[] body)
    {
        var query = QueryString.Parse(target.Length > 1 ? target[1] : "");
        query.TryAdd("userId", OrganizationSeed.AdministratorId);
        query.TryAdd("orgId", OrganizationSeed.OrganizationId);
        if (OperationList.Find(method, target[0], query.TryGetValue("action", out var action) ? action : "") is not
            { } operation)
            return;
        var answer = _service.Answer(operation, query, body, fault: null);
        var (form, root) = JsonBody.Parse(answer.Body);
        Law.Holds(form == BodyForm.Json, "an answer is no JSON");
        Law.Holds(answer.Status == 200 && Array.IndexOf(Codes, (int)root.GetProperty("code").GetInt64()) >= 0,
            "an answer has a code that is not documented");
    }
}
