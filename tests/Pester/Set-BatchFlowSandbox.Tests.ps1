BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Set-BatchFlowSandbox in a real shell' {
    It 'completes faults' {
        (TabExpansion2 'Set-BatchFlowSandbox -Fault Drop').CompletionMatches.CompletionText | Should -Be 'DropAfter', 'DropBefore'
    }

    It 'takes times as New-TimeSpan and Get-Date give them' {
        $before = (Get-BatchFlowServerTime).Time
        Set-BatchFlowSandbox -Advance (New-TimeSpan -Hours 3)
        (Get-BatchFlowServerTime).Time - $before | Should -BeGreaterOrEqual ([timespan] '03:00')

        Set-BatchFlowSandbox -Time (Get-Date)
        (Get-BatchFlowServerTime).ClockDifference.Duration() | Should -BeLessThan ([timespan] '00:01')
    }

    It 'lets active flows run by their cron while the scheduler is on' {
        $before = @(Get-BatchFlowInstance -FlowId 3002 -After 2020-01-01 -Before 2200-01-01).Count
        Set-BatchFlowSandbox -Advance 1h
        @(Get-BatchFlowInstance -FlowId 3002 -After 2020-01-01 -Before 2200-01-01).Count | Should -Be $before

        Set-BatchFlowSandbox -Scheduler -Advance 1h
        (Get-BatchFlowSandbox).IsScheduling | Should -BeTrue
        @(Get-BatchFlowInstance -FlowId 3002 -After 2020-01-01 -Before 2200-01-01).Count | Should -BeIn (12, 13 | ForEach-Object { $_ + $before })

        Set-BatchFlowSandbox -Scheduler:$false
        (Get-BatchFlowSandbox).IsScheduling | Should -BeFalse
    }

    It 'saves a state that another sandbox goes on from' {
        Disable-BatchFlow 3001
        Set-BatchFlowSandbox -SavePath "$TestDrive/state.json"
        Enable-BatchFlow 3001

        Set-BatchFlowSandbox -LoadPath "$TestDrive/state.json"

        (Get-BatchFlow 3001).IsActive | Should -BeFalse
    }
}
