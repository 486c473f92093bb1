BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $sandbox = Get-BatchFlowSandbox
    function Put($id, $name, [string[]] $waitsFor) {
        $i = 0
        $links = $waitsFor | ForEach-Object { '{"linkId":"' + $i++ + '","sourceFlowName":"' + $_ + '"}' }
        $i = 0
        $relations = $waitsFor | ForEach-Object { '{"linkId":"' + $i++ + '","targetTaskName":"t"}' }
        $sandbox.Service.PutFlow($id, '{"name":"' + $name + '","cycle":"D","cron":"0 0 4 * * ? *","type":1,"tasks":[{"name":"t","type":"COMMAND","cmd":"echo"}],' +
            '"flowLinks":[' + ($links -join ',') + '],"linkRelations":[' + ($relations -join ',') + ']}')
    }
    Put 4001 a b
    Put 4002 b a
    Put 4003 broken no_such_flow
    $flows = Join-Path $TestDrive flows
    $null = Backup-BatchFlow $flows
    function Shown { process { "$($_.Direction) $($_.Distance) $_ $($_.FlowId) $($_.IsBroken) $($_.IsInCircle) $($_.Problem)" } }
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowDependency in a real shell' {
    It 'shows what a flow waits for and what waits for it' {
        (Get-BatchFlowDependency 3003 | ForEach-Object ToString) | Should -Be @(
            'etl_meter_readings/load_readings -> forecast_demand', 'watch_substations -> forecast_demand'
            'forecast_demand/forecast -> ../reports/CON:weekly')
        Get-BatchFlowDependency 3006 | Should -BeNullOrEmpty
    }

    It 'shows the same from the service and from a folder' {
        foreach ($direction in 'Up', 'Down', 'Both') {
            foreach ($level in 'Flow', 'Task') {
                $asked = @{ Direction = $direction; Level = $level }
                Get-BatchFlowDependency etl_meter_readings, forecast_demand, a, broken -Path $flows @asked | Shown |
                    Should -Be @(Get-BatchFlowDependency etl_meter_readings, forecast_demand, a, broken @asked | Shown)
            }
        }
        @(Get-BatchFlowDependency -Path $flows | Shown | Sort-Object) | Should -Be @(Get-BatchFlowDependency | Shown | Sort-Object)
    }

    It 'finds circles over several flows and broken links' {
        (Get-BatchFlowDependency | Where-Object IsInCircle | ForEach-Object ToString) | Should -Be 'b -> a', 'a -> b'
        $broken = Get-BatchFlowDependency -Path $flows | Where-Object IsBroken
        $broken.Problem | Should -Be "No flow named 'no_such_flow' was found."
        $broken.FlowName | Should -Be 'no_such_flow'
        $broken.TargetFlowName | Should -Be 'broken'
    }

    It 'gives its flows to other commands' {
        (Get-BatchFlowDependency 3001 -Direction Down | Get-BatchFlow).FlowId | Sort-Object -Unique | Should -Be 3003, 3004, 3005
        (Get-BatchFlow 3003, 3005 | Get-BatchFlowDependency -Direction Up -Depth 1).SourceFlowName |
            Should -Be 'etl_meter_readings', 'watch_substations', 'etl_meter_readings'
    }

    It 'reads all definitions once, and only those on the way up' {
        $sandbox.Service.ResetCounters()
        $null = Get-BatchFlowDependency 3001, 3003 -Direction Down
        $sandbox.Service.CallCounts['Export Flow'] | Should -Be 10
        $sandbox.Service.ResetCounters()
        $null = Get-BatchFlowDependency 3003 -Direction Up
        $sandbox.Service.CallCounts['Export Flow'] | Should -Be 3
    }

    It 'starts from a task' {
        (Get-BatchFlowDependency 3001 -TaskName LOAD_READINGS -Direction Down -Depth 1).TaskName |
            Should -Be 'close_month', 'drop_staging_files', 'forecast'
    }

    It 'reports what does not exist, each once' {
        Get-BatchFlowDependency 3003, 666, etl_meter_reading -Direction Down -ErrorVariable problems -ErrorAction SilentlyContinue |
            Should -HaveCount 1
        $problems.FullyQualifiedErrorId | Should -Be (@('FlowNotFound,BatchFlows.Commands.GetBatchFlowDependencyCommand') * 2)
        "$($problems[1])" | Should -Match 'Did you mean etl_meter_readings'
        { Get-BatchFlowDependency 3003 -TaskName forcast -ErrorAction Stop } | Should -Throw "*has no task 'forcast'. Did you mean forecast?*"
        { Get-BatchFlowDependency -Path "$TestDrive/nothing" -ErrorAction Stop } | Should -Throw '*nothing*'
        Get-BatchFlowDependency 3003 -Path "$TestDrive/nothing" -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'FileNotRead,BatchFlows.Commands.GetBatchFlowDependencyCommand'
    }
}
