// Longer than 150 lines: one row for each rule.
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Analysis.Tests.Rules;

/// <summary>
/// For each rule an edit of <see cref="Clean"/> that it finds, and one that it just does not find. An edit is lines of
/// paths and JSON: <c>tasks[0].cmd="ls"</c>. An index after the last one adds an item.
/// </summary>
internal static class RuleSamples
{
    public const string Clean =
        """
        {
          "name": "f", "cycle": "D", "cron": "0 30 4 * * ? *", "parameters": [{"key":"region","value":"north"}], "alertMode": 1,
          "submitter": "s", "owners": "anna;ben", "visitors": "", "type": 1, "syncType": 1, "desc": "", "startTime": "2024-01-01",
          "tasks": [
            {
              "name": "a", "resource": "default", "type": "COMMAND", "syncType": 1, "cmd": "load ${region} ${cal_dt-1}", "cron": "",
              "timeout": 300, "retryLimit": 3, "retryInterval": 0, "successCode": "0", "asLink": false,
              "runMode": {"taskMode":1,"cpu":0.5,"memory":1,"maxParallel":0,"keyType":0,"datasourceId":0,"path":"","content":""}
            },
            {
              "name": "b", "resource": "default", "type": 8, "syncType": 1, "cmd": "print('b')\n", "cron": "",
              "timeout": 300, "retryLimit": 0, "retryInterval": 0, "successCode": "0", "asLink": true,
              "runMode": {"taskMode":2,"cpu":2,"memory":4,"maxParallel":4,"keyType":2,"datasourceId":0,"path":"","content":"x,y"}
            }
          ],
          "flowLinks": [{"linkId":"0","sourceFlowName":"other"}],
          "taskLinks": [{"linkId":"1","sourceFlowName":"other","sourceTaskName":"shared"}],
          "relations": [{"sourceTaskName":"a","targetTaskName":"b","rerun":true}],
          "linkRelations": [{"linkId":"0","targetTaskName":"a","rerun":true},{"linkId":"1","targetTaskName":"a","rerun":true}]
        }
        """;

    /// <summary>The flow that the links name.</summary>
    public const string Other =
        """{"name":"other","tasks":[{"name":"shared","asLink":true},{"name":"own","asLink":false}]}""";

    public static readonly IReadOnlyList<(string RuleId, string Found, string NotFound)> All =
    [
        ("BF001", """$suppress=[{"rule":"BF602"}]""", """$suppress=[{"rule":"BF602","reason":"a team of one"}]"""),
        ("BF101", """relations[1]={"sourceTaskName":"b","targetTaskName":"a"}""",
            """
            tasks[2]={"name":"c"}
            relations[1]={"sourceTaskName":"a","targetTaskName":"c"}
            relations[2]={"sourceTaskName":"b","targetTaskName":"c"}
            """),
        ("BF102", """tasks[1].name="a" """, """tasks[1].name="A" """),
        ("BF103", """relations[0].targetTaskName="bb" """, """relations[0].targetTaskName="" """),
        ("BF104", """relations[0].targetTaskName="" """, """relations[0].targetTaskName="bb" """),
        ("BF105", """relations[1]={"sourceTaskName":"a","targetTaskName":"b"}""",
            """relations[1]={"sourceTaskName":"b","targetTaskName":"a"}"""),
        ("BF106", """tasks[2]={"name":"c"}""",
            """
            tasks[2]={"name":"c"}
            linkRelations[2]={"linkId":"0","targetTaskName":"c"}
            """),
        ("BF107", """linkRelations=[{"linkId":"0","targetTaskName":"a"}]""",
            """
            linkRelations=[{"linkId":"0","targetTaskName":"a"}]
            taskLinks=[]
            """),
        ("BF108", """linkRelations[0].linkId="7" """, """linkRelations[0].linkId="1" """),
        ("BF109", """linkRelations[0].targetTaskName="c" """, """linkRelations[0].targetTaskName="b" """),
        ("BF110", """linkRelations[0].targetTaskName="b" """,
            """
            linkRelations[0].targetTaskName="b"
            relations=[]
            """),
        ("BF111", """taskLinks[0].linkId="0" """, """taskLinks[0].linkId="2" """),
        ("BF112", "tasks=[]", """tasks=[{"name":"a"}]"""),
        ("BF201", """tasks[0].cron="0 0 25 * * ? *" """, """tasks[0].cron="0 0 23 * * ?" """),
        ("BF202", """cron="0 0 0 31 6 ? *" """, """cron="0 0 0 29 2 ? *" """),
        ("BF203", """cron="0 0 4,16 * * ? *" """, """cron="0 0 4 ? * MON-FRI *" """),
        ("BF204", """cron="0 30 2 * * ? *" """, """cron="0 0 3 * * ? *" """),
        ("BF205", """startTime="24/01/2024" """, """startTime="2024-01-24 00:00:00" """),
        ("BF206", """startTime="2026-02-02" """, """startTime="2026-02-01" """),
        ("BF207", """cron="" """,
            """
            cron=""
            type=0
            """),
        ("BF208", """cycle="m" """, """cycle="mi" """),
        ("BF209", """cron="0/30 * * * * ? *" """, """cron="0 * * * * ? *" """),
        ("BF301", "tasks[0].runMode.cpu=2.1", "tasks[0].runMode.cpu=0.1"),
        ("BF302", "tasks[0].runMode.memory=0.2", "tasks[0].runMode.memory=0.3"),
        ("BF303", "tasks[1].runMode.maxParallel=0", "tasks[0].runMode.maxParallel=0"),
        ("BF304", "tasks[1].runMode.keyType=0", "tasks[0].runMode.keyType=0"),
        ("BF305", "tasks[1].runMode.keyType=1",
            """
            tasks[1].runMode.keyType=1
            tasks[1].runMode.datasourceId=17
            tasks[1].runMode.path="/keys.csv"
            """),
        ("BF306", """tasks[0].runMode="{" """, """tasks[0].runMode="{\"taskMode\":1}" """),
        ("BF401", "tasks[0].timeout=0", "tasks[0].timeout=1"),
        ("BF402", "tasks[0].retryLimit=-1", "tasks[0].retryLimit=0"),
        ("BF403", "tasks[0].retryLimit=11", "tasks[0].retryLimit=10"),
        ("BF404", "tasks[0].timeout=86401", "tasks[0].timeout=86400"),
        ("BF501", """flowLinks[0].sourceFlowName="gone" """, """flowLinks[0].sourceFlowName="other" """),
        ("BF502", """taskLinks[0].sourceTaskName="gone" """, """taskLinks[0].sourceTaskName="own" """),
        ("BF503", """taskLinks[0].sourceTaskName="own" """, """taskLinks[0].sourceTaskName="shared" """),
        ("BF504", """flowLinks[0].sourceFlowName="follower" """, """flowLinks[0].sourceFlowName="other" """),
        ("BF601", """owners=";" """, """owners=";anna;" """),
        ("BF602", """owners=";anna;" """, """owners="anna;ben" """),
        ("BF603", "alertMode=0",
            """
            alertMode=0
            type=0
            """),
        (
            "BF701", """tasks[0].cmd="load ${regoin}" """,
            """tasks[0].cmd="regoin=x\nload ${regoin} ${HOME} ${region}" """),
        ("BF702", """parameters[1]={"key":"unused","value":"1"}""",
            """
            parameters[1]={"key":"used","value":"1"}
            tasks[1].runMode.content="${used}"
            """),
        ("BF703", """parameters[1]={"key":"cal_hour","value":"${cal_hour}"}""",
            """parameters[1]={"key":"cal_dt","value":"${cal_dt}"}"""),
        (
            "BF704", """parameters[1]={"key":"region","value":"south"}""",
            """parameters[1]={"key":"Region","value":"south"}"""),
        ("BF801", """tasks[0].cmd="ls\r\nls\r\n" """, """tasks[1].cmd="print(1)\r\nprint(2)\r\n" """),
        ("BF802", """tasks[0].cmd="cat <<EOF\nx\n EOF\n" """, """tasks[0].cmd="cat <<-EOF\nx\n\tEOF\n" """),
        (
            "BF803", """tasks[0].cmd="psql postgres://anna:Tulips4@db/x" """,
            """tasks[0].cmd="psql postgres://anna:$PGPASS@db/x" """),
        (
            "BF804", """tasks[0].cmd="rm -rf \"$DIR/\"" """,
            """tasks[0].cmd="rm -rf \"${DIR:?}/\" '$X' ${region}; rm -f $Y" """),
        ("BF805", """tasks[0].cmd=" " """,
            """
            tasks[0].cmd=" "
            tasks[0].filePackage="a.zip"
            """),
        ("BF806", """tasks[0].cmd="echo it's" """, """tasks[0].cmd="echo \"it's\"" """),
        ("BF807", """tasks[0].cmd="a\nb\nc\n" """, """tasks[0].cmd="set -e\na\nb\nc\n" """),
        ("BF901", """tasks[0].cmd="/home/anna/load" """, """tasks[0].cmd="/opt/home/load" """),
        ("BF902", """name="a:b" """, """name="a b-c_d.e" """),
        ("BF903", """tasks[1].name="A" """, """tasks[1].name="a" """),
        ("BF904", """tasks[0].type=10 """, """tasks[0].type="shell" """),
    ];

    public static FlowDefinition Edited(string edits)
    {
        var flow = JsonNode.Parse(Clean)!;
        foreach (var edit in edits.Split('\n').Select(line => line.Trim().Split(['='], 2)))
            Set(flow, edit[0], JsonNode.Parse(edit[1]));
        var suppressed = flow["$suppress"]?.ToJsonString();
        flow.AsObject().Remove("$suppress");
        var definition = FlowDefinition.Parse(flow.ToJsonString());
        if (suppressed is not null) definition.Suppressed = System.Text.Json.JsonDocument.Parse(suppressed).RootElement;
        return definition;
    }

    private static void Set(JsonNode node, string path, JsonNode? value)
    {
        var steps = path.Replace("[", ".[").Split('.');
        foreach (var step in steps.Take(steps.Length - 1)) node = step[0] == '[' ? node[Index(step)]! : node[step]!;
        var last = steps[steps.Length - 1];
        if (last[0] != '[') node[last] = value;
        else if (Index(last) < node.AsArray().Count) node[Index(last)] = value;
        else node.AsArray().Add(value);
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), null);
}
