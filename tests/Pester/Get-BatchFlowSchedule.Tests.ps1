BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $sandbox = Start-BatchFlowSandbox
    Set-BatchFlowSandbox $sandbox -Time 2090-03-05T17:30:00Z -Speed 0
    $sandbox | Connect-BatchFlow
}
AfterAll {
    Disconnect-BatchFlow
    Stop-BatchFlowSandbox $sandbox
}

Describe 'Get-BatchFlowSchedule in a real shell' {
    It 'lists the next times in the zone of the server' {
        $runs = Get-BatchFlowSchedule 3001 -Next 2
        $runs.FireTime | ForEach-Object ToString yyyy-MM-ddTHH:mmzzz |
            Should -Be '2090-03-06T01:30+08:00', '2090-03-07T01:30+08:00' # the first is now
        $runs[0].LocalTime | Should -Be $runs[0].FireTime
        $runs[0].FlowName | Should -Be etl_meter_readings
    }

    It 'lists all flows, and says why some do not run' {
        $runs = Get-BatchFlowSchedule -Next 1
        $runs | Should -HaveCount @(Get-BatchFlow).Count
        ($runs | Where-Object FlowId -eq 2924).Note | Should -Be paused
        ($runs | Where-Object FlowId -eq 3005).FireTime | Should -BeNullOrEmpty
        ($runs | Where-Object FlowId -eq 3003).WaitsFor | Should -Be watch_substations, etl_meter_readings/load_readings
    }

    It 'names the task of another flow as the service does when the definition cannot be read' {
        $sandbox | Set-BatchFlowSandbox -Fault AccessDenied -Count 1 -Operation 'Export Flow'
        (Get-BatchFlowSchedule 3003 -Next 1).WaitsFor | Should -Be watch_substations, '100003(load_readings)'
        (Get-BatchFlow 3003 | Get-BatchFlowSchedule -Next 1).WaitsFor | Should -Contain etl_meter_readings/load_readings
        (Export-BatchFlow 3003 | Get-BatchFlowSchedule -Next 1).WaitsFor | Should -Contain etl_meter_readings/load_readings
    }

    It 'lists a night in order' {
        $night = Get-BatchFlowSchedule -After 2090-03-05T18:00:00Z -Before 2090-03-05T18:11:00Z | Sort-Object FireTime
        $night.FlowName | Should -Be watch_substations, watch_substations, watch_substations, forecast_demand
    }

    It 'needs no connection for a cron expression in a zone and window' {
        Disconnect-BatchFlow -Name * -ErrorAction Ignore
        $runs = Get-BatchFlowSchedule -Cron '0 30 2 ? * SUN *' -TimeZone Europe/Berlin -After 2026-03-20 -Next 2
        $runs.FireTime | ForEach-Object ToString yyyy-MM-ddTHH:mmzzz |
            Should -Be '2026-03-22T02:30+01:00', '2026-04-05T02:30+02:00' # none in the hour that is skipped
        $sandbox | Connect-BatchFlow
    }

    It 'names a time that a clock change skips in <Zone>' -ForEach @(
        @{ Zone = 'Europe/Berlin'; Cron = '0 30 2 * * ? *'; After = '2026-03-28T12:00Z'; Skipped = '2026-03-29 02:30' }
        @{ Zone = 'Australia/Lord_Howe'; Cron = '0 15 2 * * ? *'; After = '2026-10-03T12:00Z'; Skipped = '2026-10-04 02:15' }
    ) {
        $runs = Get-BatchFlowSchedule -Cron $Cron -TimeZone $Zone -After $After -Next 2
        $runs.Note | Should -Be "not at ${Skipped}: skipped by a clock change", ''
        $runs | Out-String -Width 80 | Should -Match 'skipped'
    }

    It 'reads files, folders and definitions' {
        Export-BatchFlow 3001, 3003 -Path "$TestDrive/flows/" | Out-Null
        (Get-BatchFlowSchedule -Path "$TestDrive/flows" -Next 1).FlowName | Should -Be etl_meter_readings, forecast_demand
        (Get-ChildItem "$TestDrive/flows" | Get-BatchFlowSchedule -Next 1).FlowName | Should -HaveCount 2
        (Export-BatchFlow 3001 | Get-BatchFlowSchedule -Next 3).FlowId | Should -Be 3001, 3001, 3001
    }

    It 'asks for no more than the flow, the time and the zone' {
        Get-BatchFlow 3001 | Out-Null # the token
        $calls = $sandbox.RequestCount
        3001, 3002, 3003 | Get-BatchFlowSchedule | Out-Null
        $sandbox.RequestCount - $calls | Should -BeLessOrEqual 5
    }

    It 'refuses <_>' -ForEach '-Cron "0 0 25 * * ?"', '3001 -TimeZone Mars/Base', '-After 2026-02-02 -Before 2026-02-01', 'nix' {
        { Invoke-Expression "Get-BatchFlowSchedule $_ -ErrorAction Stop" } | Should -Throw
    }
}
