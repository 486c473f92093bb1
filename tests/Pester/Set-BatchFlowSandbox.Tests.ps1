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

    It 'saves a state that another sandbox goes on from' {
        Disable-BatchFlow 3001
        Set-BatchFlowSandbox -SavePath "$TestDrive/state.json"
        Enable-BatchFlow 3001

        Set-BatchFlowSandbox -LoadPath "$TestDrive/state.json"

        (Get-BatchFlow 3001).IsActive | Should -BeFalse
    }
}
