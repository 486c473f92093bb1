# Writes pictures of the seeded organisation, and of a run that fails, into a folder: as text at two widths, and as SVG.
param([string] $Module, [string] $Folder)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$sandbox = Start-BatchFlowSandbox
$sandbox | Connect-BatchFlow -Name sandbox
# Far from any test run, so that nothing depends on the day.
Set-BatchFlowSandbox -Time 2090-03-05T17:30:00Z -Speed 0
$sandbox.Service.PutFlow(3100, '{"name":"settle_night","cron":"0 0 1 * * ? *","type":1,"tasks":[
    {"name":"fetch_prices","type":"COMMAND","cmd":"sleep 40"},
    {"name":"fetch_meters","type":"SHELL","cmd":"sleep 95"},
    {"name":"check_meters","type":"PYTHON","cmd":"sleep 20"},
    {"name":"変電所の集計","type":"HIVE","cmd":"sleep 120"},
    {"name":"settle","type":"PYTHON","cmd":"sleep 30"},
    {"name":"write_invoices","type":"PYTHON","cmd":"sleep 10; exit 2","retryLimit":2,"retryInterval":15},
    {"name":"publish_totals","type":"COMMAND","cmd":"sleep 15"},
    {"name":"mail_report","type":"SHELL","cmd":"sleep 5"}],
    "relations":[{"sourceTaskName":"fetch_prices","targetTaskName":"settle"},
    {"sourceTaskName":"fetch_meters","targetTaskName":"check_meters"},
    {"sourceTaskName":"check_meters","targetTaskName":"変電所の集計"},
    {"sourceTaskName":"check_meters","targetTaskName":"settle"},
    {"sourceTaskName":"変電所の集計","targetTaskName":"publish_totals"},
    {"sourceTaskName":"settle","targetTaskName":"write_invoices"},
    {"sourceTaskName":"write_invoices","targetTaskName":"mail_report"},
    {"sourceTaskName":"publish_totals","targetTaskName":"mail_report"}],
    "flowLinks":[{"linkId":"0","sourceFlowName":"etl_meter_readings"}],
    "linkRelations":[{"linkId":"0","targetTaskName":"fetch_meters"}]}')
$runs = foreach ($hour in 17..20) {
    Set-BatchFlowSandbox -Time "2090-03-05T$($hour):30:00Z"
    3001, 3002, 3100 | Where-Object { $hour -ne 18 -or $_ -ne 3001 } |
        Start-BatchFlow -TriggerTime "2090-03-05T$($hour):29:30Z" -Force
    Set-BatchFlowSandbox -Advance 600
}
$runs = $runs | Get-BatchFlowInstance
$run = @($runs | Where-Object FlowId -eq 3100)[0]
$old = Export-BatchFlow 3100
$new = [BatchFlows.FlowDefinition]::Parse($old.ToJson())
$new.Tasks[1].Timeout = 600
$new.Tasks.RemoveAt(6)
$new.Relations.RemoveAt(7)
$new.Relations.RemoveAt(4)
$new.Cron = '0 30 1 * * ? *'

$drawn = [ordered]@{
    dependencies = { param($as) Get-BatchFlow | ConvertTo-BatchFlowDiagram -View Dependency @as }
    tasks        = { param($as) Get-BatchFlowDependency 3003 -Level Task | ConvertTo-BatchFlowDiagram @as }
    flow         = { param($as) Export-BatchFlow 3003 | ConvertTo-BatchFlowDiagram @as }
    main         = { param($as) Export-BatchFlow 2924 | ConvertTo-BatchFlowDiagram @as }
    run          = { param($as) $run | ConvertTo-BatchFlowDiagram @as }
    timeline     = { param($as) $run | ConvertTo-BatchFlowDiagram -View Timeline @as }
    night        = { param($as) $runs | ConvertTo-BatchFlowDiagram -View Timeline @as }
    comparison   = { param($as) Compare-BatchFlow $old $new | ConvertTo-BatchFlowDiagram @as }
}
foreach ($name in $drawn.Keys) {
    $text = foreach ($width in 80, 200) {
        foreach ($isAscii in $false, $true) {
            "--- $width columns, $($isAscii ? 'ASCII' : 'Unicode')"
            (& $drawn[$name] @{ As = 'Text'; Width = $width; Ascii = $isAscii }).TrimEnd()
        }
    }
    $text | Set-Content "$Folder/$name.txt" -Encoding utf8NoBOM
    if ($name -ne 'main') { $null = & $drawn[$name] @{ Path = "$Folder/$name.svg" } }
}
Get-BatchFlowConnection | Disconnect-BatchFlow
