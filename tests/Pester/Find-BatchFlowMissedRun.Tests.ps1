BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    . "$PSScriptRoot/AfternoonSandbox.ps1"
    $sandbox = Start-AfternoonSandbox -History 8d -FlowCount 12
    $sandbox | Connect-BatchFlow
    $missed = Find-BatchFlowMissedRun -Last 7d
}
AfterAll {
    Disconnect-BatchFlow
    Stop-BatchFlowSandbox $sandbox
}

Describe 'Find-BatchFlowMissedRun in a real shell' {
    It 'says of the night without the service that nothing ran' {
        $night = $missed | Where-Object Reason -EQ ServiceDown
        ($night.FireTime | Measure-Object -Minimum).Minimum.Hour | Should -BeIn 22, 23
        $night.FireTime.Hour | Should -Not -Contain 12
        $night.FlowName | Should -Contain failed_twice
        $night[0].Explanation | Should -BeLike 'no flow ran from * until *'
    }

    It 'names the flow whose failure held up another' {
        $held = $missed | Where-Object { $_.FlowName -eq 'waits_for_upstream' -and $_.Reason -eq 'Upstream' }
        $held.UpstreamFlowName | Sort-Object -Unique | Should -Be failed_upstream
        $held.Status | Should -Contain Skip
        $held[0].FlowInstanceId | Get-BatchFlowInstance | ForEach-Object Status | Should -Be Skip
    }

    It 'finds the run that hangs, and the one behind it' {
        $stuck = $missed | Where-Object FlowName -EQ stuck_run | Where-Object Reason -NE ServiceDown
        $stuck[0].Reason | Should -Be Stuck
        $stuck[0].Explanation | Should -BeLike 'it has run for *; usually it takes * at most'
        $stuck | Select-Object -Skip 1 | ForEach-Object Reason | Should -Not -Contain Stuck
    }

    It 'does not count runs that failed, were slow or were repeated' {
        $missed | Where-Object FlowName -In slow_month, flaky_task, timed_out, failed_twice |
            Where-Object Reason -NE ServiceDown | Should -BeNullOrEmpty
    }

    It 'says the same of one flow, with a few calls' {
        $calls = $sandbox.RequestCount
        $of = { "$($_.FireTime.UtcDateTime.ToString('s')) $($_.Reason)" }
        $one = Find-BatchFlowMissedRun waits_for_upstream -Last 7d | Where-Object Reason -EQ Upstream | ForEach-Object $of
        $sandbox.RequestCount - $calls | Should -BeLessThan 20
        $one | Should -Be ($missed | Where-Object FlowName -EQ waits_for_upstream |
            Where-Object Reason -EQ Upstream | ForEach-Object $of)
    }

    It 'leaves paused flows out, unless they are asked for' {
        $missed.FlowId | Should -Not -Contain 2924
        (Find-BatchFlowMissedRun 2924 -Last 2d).Reason | Should -Contain Paused
    }

    It 'refuses <_>' -ForEach '-Last 7d -After 2026-02-02', '-TimeZone Mars/Base', 'no_such_flow' {
        { Invoke-Expression "Find-BatchFlowMissedRun $_ -ErrorAction Stop" } | Should -Throw
    }
}
