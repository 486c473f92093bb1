# Writes into a folder, for each type that has a view, how objects of it are shown at three widths with and without colour.
param([string] $Module, [string] $Folder)
$ErrorActionPreference = 'Stop'
$env:TZ = 'Etc/UTC'
[TimeZoneInfo]::ClearCachedData()
Import-Module $Module

# Runs of a day in 2090, one each half an hour, by definitions that change from run to run.
$past = Start-BatchFlowSandbox
$past | Connect-BatchFlow -Name past
Set-BatchFlowSandbox -Time 2090-03-05T00:00:30Z -Speed 0
$names = 'etl_readings', '日次集計_すべてのメーター', 'a_flow_whose_name_is_much_longer_than_a_narrow_window_can_hold_in_its_last_column'
$names = $names | ForEach-Object { [regex]::Unescape($_) }
foreach ($i in 0..23) {
    foreach ($flow in 0..2) {
        $exit = if (($i + $flow) % 7 -eq 5) { '; exit 1' } elseif ($i % 3 -eq $flow) { '; exit 1 # until run 2' } else { '' }
        $past.Service.PutFlow($flow + 1, (@{ name = $names[$flow]; type = 1; cron = '0 0/30 * * * ? *'; owners = 'anna.keller'
            tasks = @(@{ name = 'extract'; cmd = "sleep $(20 + 5 * $flow)" }
                @{ name = 'load'; cmd = "sleep $(60 + $i * 10 * $flow)$exit"; retryLimit = 1; retryInterval = 30 })
            relations = @(@{ sourceTaskName = 'extract'; targetTaskName = 'load' }) } | ConvertTo-Json -Depth 5))
    }
    1..3 | Start-BatchFlow -TriggerTime ([datetimeoffset] '2090-03-05T00:00:30Z').AddMinutes(30 * $i) -Force | Out-Null
    Set-BatchFlowSandbox -Advance 30m
}
1..3 | Start-BatchFlow -TriggerTime 2090-03-05T12:00:30Z -Force | Out-Null
Set-BatchFlowSandbox -Advance 40
$window = @{ After = '2090-01-01'; Before = '2091-01-01' }
$statistics = Measure-BatchFlow 1, 2, 3, 3006 @window
$tasks = Measure-BatchFlow 1, 2, 3 @window -By Task
Disconnect-BatchFlow past
$past | Stop-BatchFlowSandbox

$sandbox = Start-BatchFlowSandbox
$sandbox | Connect-BatchFlow -Name sandbox
$env:XDG_CONFIG_HOME = Join-Path $Folder settings
Set-BatchFlowProfile prod https://apim.example.com o1578468179 u15426865866571 -SecretName batchflows/prod -Protected
Set-BatchFlowProfile reports https://apim.example.com o1578468179 u15426865866571 -AccessKey 0f6a61d5-8c8e-4df4 -ReadOnly

$running = Get-BatchFlowInstance -Status Running
$followed = Get-BatchFlowInstance -Status Fail -First 1 | Get-BatchFlowInstance

# Far from any test run, so that nothing depends on the day: runs of that year only are shown.
Set-BatchFlowSandbox -Time 2090-03-05T17:30:00Z -Speed 0
$sandbox.Service.PutFlow(12345678, '{"name":"a_flow_whose_name_is_much_longer_than_a_narrow_window_can_hold_in_its_last_column",
    "cron":"0 0/7 8-17 ? * MON-FRI *","type":1,"owners":"somebody.with-a-long-name;another.owner;a.third.one",
    "tasks":[{"name":"a_task_whose_name_is_longer_than_its_column","type":"PYTHON","cmd":"python3 -c \"print(1)\nprint(2)\"",
    "runMode":"{\"taskMode\":1,\"cpu\":0.5,\"memory\":1}","timeout":60,"retryLimit":0}],
    "parameters":"[{\"key\":\"cal_dt\",\"value\":\"${cal_dt}\"}]","relations":[],"flowLinks":[],"taskLinks":[],"linkRelations":[]}')
$sandbox.Service.PutFlow(3100, '{"name":"fails","cron":"0 0 2 * * ? *","type":1,"tasks":[
    {"name":"broken","type":"COMMAND","cmd":"exit 2","retryLimit":1},{"name":"never","type":"COMMAND","cmd":"echo"}],
    "relations":[{"sourceTaskName":"broken","targetTaskName":"never"}]}')
3001, 3100 | Start-BatchFlow -TriggerTime 2090-03-05T17:29:30Z -Force | Out-Null
Set-BatchFlowSandbox -Advance 3
3005 | Start-BatchFlow -TriggerTime 2090-03-05T17:29:30Z -Force | Out-Null
Set-BatchFlowSandbox -Advance 7
$runs = Get-BatchFlowInstance -After 2090-01-01 -Before 2091-01-01
$failed = $runs | Where-Object IsFailed | Get-BatchFlowInstance
$graph = (Get-BatchFlow 3003).Graph
$definition = Export-BatchFlow 3003
$changed = [BatchFlows.FlowDefinition]::Parse($definition.ToJson())
$changed.Cron, $changed.Description, $changed.Owners = '0 0 2 * * ? *', 'new', 'a.new.owner'
$changed.Tasks[0].Command = "set -e`n" + $changed.Tasks[0].Command + "`nexit 0`n"
$changed.Tasks[1].Timeout = 60
$changed.Relations.RemoveAt(0)

$backup = Join-Path $Folder backup
$changes = Backup-BatchFlow $backup

$objects = [ordered]@{
    BackupChange    = $changes
    ConnectionCheck = Test-BatchFlowConnection
    Flow            = Get-BatchFlow 2924, 3001, 3002, 3003, 3004, 3005, 3006, 12345678
    FlowConnection  = Get-BatchFlowConnection
    FlowDefinition  = Export-BatchFlow 2924, 3001, 3004, 12345678
    FlowDifference  = Compare-BatchFlow $definition $changed
    FlowDirectory   = Get-BatchFlowDirectory
    FlowFinding     = Test-BatchFlow -FlowId 3003, 3004, 12345678
    FlowGraph       = $graph
    FlowInstance    = @($runs) + $failed + $running
    FlowInstanceNode = @($followed.Graph.Flows)
    FlowLink        = Get-BatchFlowLink 3003
    FlowNode        = @($graph.Flows)
    FlowParameter   = @($definition.Parameters)
    FlowProfile     = Get-BatchFlowProfile
    FlowRule        = Get-BatchFlowRule BF1*, BF8*
    FlowStatistics  = $statistics
    'FlowStatistics#Task' = $tasks
    FlowSummary     = Get-BatchFlow
    'FlowSummary#Mine' = Get-BatchFlow -Mine
    FlowTask        = Get-BatchFlowTask 3001, 3003, 12345678
    LinkRelation    = @($definition.LinkRelations)
    MissedRun       = @(Find-BatchFlowMissedRun 3001, 3003 -After 2090-03-05T15:00:00Z -Before 2090-03-05T17:29:00Z)
    NodeRelation    = @($graph.Relations)
    RestoredFlow    = Restore-BatchFlow $backup -IfExists Skip
    RunDiagnosis    = $failed | Debug-BatchFlowInstance
    RunMode         = (Get-BatchFlowTask 3003).RunMode
    SandboxServer   = Get-BatchFlowSandbox
    ScheduledRun    = @(Get-BatchFlowSchedule 2924, 3001, 3003, 3006, 12345678 -Next 2 -IncludeTask)
    ServerTime      = Get-BatchFlowServerTime
    ServerZone      = (Get-BatchFlowServerTime).Zone
    TaskInstance    = $runs | Get-BatchFlowTaskInstance
    TaskInstanceNode = @($failed.Graph.Tasks)
    TaskLink        = Get-BatchFlowLink 3003 | Where-Object SourceTaskName
    TaskLogLine     = $failed | Get-BatchFlowTaskLog -Tail 2
    TaskNode        = @($graph.Tasks)
    TaskRelation    = @($definition.Relations)
}
# In a sandbox of its own, because these flows would be in other lists.
$linked = Start-BatchFlowSandbox
$linked | Connect-BatchFlow -Name linked
$task = '"cycle":"D","type":1,"tasks":[{"name":"t"}],"linkRelations":[{"linkId":"0","targetTaskName":"t"}],"flowLinks":[{"linkId":"0","sourceFlowName":'
$wide = '夜間集計の結果を全社のデータ倉庫へ送る非常に長い名前の処理'
$linked.Service.PutFlow(4001, "{""name"":""a"",""cron"":""0 0 1 * * ? *"",$task""$wide""}]}")
$linked.Service.PutFlow(4002, "{""name"":""b"",""cron"":""0 0 2 * * ? *"",$task""a""}]}")
$linked.Service.PutFlow(4003, "{""name"":""$wide"",""cron"":""0 30 2 * * ? *"",$task""b""},{""linkId"":""1"",""sourceFlowName"":""no_such_flow""}]}")
$objects.FlowDependency = @(Get-BatchFlowDependency 3003, a) +
    @(Get-BatchFlowDependency 3001 -TaskName load_readings -Direction Down)
$objects.FlowImpact = @(Get-BatchFlowImpact 3001 -Of Disable -After 2090-03-06T10:00+08:00) +
    @(Get-BatchFlowImpact a -Of Delay -By 150m -After 2090-03-06T10:00+08:00)
$objects.Flow += Get-BatchFlow 4003
$linked | Set-BatchFlowSandbox -Time 2090-03-06T10:00+08:00 -Speed 0
$linked.Service.PutFlow(4004, (@{ name = "$($wide)_4"; type = 1; cron = '0 0 2 * * ? *'
    tasks = @(@{ name = '変電所の計測値を集める'; cmd = 'echo ERROR: 変電所の計測値がまだありません; exit 2' }
        @{ name = 'すべての計測値を確認して公開する' })
    relations = @(@{ sourceTaskName = '変電所の計測値を集める'; targetTaskName = 'すべての計測値を確認して公開する' })
    } | ConvertTo-Json -Depth 5))
$night = @{ After = '2090-03-06T00:00+08:00'; Before = '2090-03-06T10:00+08:00' }
$objects.ScheduledRun += @(Get-BatchFlowSchedule 4003, 4004 -Next 1)
$objects.MissedRun += @(Find-BatchFlowMissedRun 4003, 4004 @night)
$objects.RunDiagnosis = @($objects.RunDiagnosis) + @(Start-BatchFlow 4004 -TriggerTime 2090-03-06T01:59:30Z -Force | ForEach-Object {
        $linked | Set-BatchFlowSandbox -Advance 60
        Debug-BatchFlowInstance $_.FlowInstanceId
    })
Disconnect-BatchFlow linked

foreach ($type in $objects.Keys) {
    # The engine leaves the last column of a window free.
    $text = foreach ($rendering in 'PlainText', 'Ansi') {
        foreach ($width in 80, 120, 200) {
            $PSStyle.OutputRendering = $rendering
            "--- $width columns, $rendering"
            ($objects[$type] | Out-String -Width ($width - 1)).Trim("`r", "`n").Split("`n").TrimEnd()
        }
    }
    # The port is another each time, and so are the difference of the clocks and the run of the day of the test.
    $text = $text -replace '127\.0\.0\.1:\d+', '127.0.0.1:54321'
    if ($type -eq 'ServerTime') { $text = $text -replace '(?<=GMT\+8 .*)\d', '0' -replace '0{4,}(?=\.00:)', '00000' }
    if ($type -eq 'FlowInstance') {
        $text = $text -replace '3005-20[0-8]\d{11}', '3005-20260102112500' -replace '20[0-8].-..-.. ..:..', '2026-01-02 19:25'
        $text = $text -replace '\d:\d\d so far', '5:02 so far'
    }
    if ($type -eq 'Flow') { $text = $text -replace '20\d\d-\d\d-\d\d \d\d:\d\d', '2026-01-02 19:25' }
    if ($type -eq 'FlowInstanceNode') { $text = $text -replace '(?<=\d-)20\d{12}', '20260102112500' }
    $text.Replace("`e", '\e') | Set-Content "$Folder/$type.txt" -Encoding utf8NoBOM
}
Get-BatchFlowConnection | Disconnect-BatchFlow
