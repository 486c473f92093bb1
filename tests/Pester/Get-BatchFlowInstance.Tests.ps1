BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowInstance in a real shell' {
    It 'goes into the standard tooling' {
        $runs = Get-BatchFlowInstance

        ($runs | Group-Object Status | Where-Object Name -EQ Fail).Count | Should -Be 1
        ($runs | Where-Object Duration | Sort-Object Duration -Descending | Select-Object -First 1).Status | Should -Be 'Fail'
        ($runs | Select-Object FlowInstanceId, TriggerTime | ConvertTo-Csv | ConvertFrom-Csv)[0].TriggerTime | Should -Match '^\d{4}-\d\d-\d\d '
    }

    It 'takes times as Get-Date gives them' {
        Get-BatchFlowInstance -After (Get-Date).AddMinutes(-1) | Should -BeNullOrEmpty
        (Get-BatchFlowInstance -After (Get-Date).AddDays(-1) | Measure-Object).Count | Should -BeGreaterThan 5
    }

    It 'is a table that fits 120 columns' {
        Get-BatchFlowInstance | Format-Table | Out-String -Width 120 | Should -Not -Match '\u2026'
    }

    It 'says in the list view that the states of tasks of a run from a list are not read' {
        $run = Get-BatchFlowInstance -Last 7d -Status Fail -First 1
        $shown = $run | Format-List | Out-String
        $shown | Should -Match "FailedTasks +: not read: Get-BatchFlowInstance $($run.FlowInstanceId)"
        $shown | Should -Match "SkippedTasks +: not read: Get-BatchFlowInstance $($run.FlowInstanceId)"
        $shown = $run | Get-BatchFlowInstance | Format-List | Out-String
        $shown | Should -Match 'FailedTasks +: \w+'
        $shown | Should -Not -Match 'not read'
        $run.HasTaskStates, ($run | Get-BatchFlowInstance).HasTaskStates | Should -Be $false, $true
    }

    It 'has its states completed' {
        (TabExpansion2 'Get-BatchFlowInstance -Status F').CompletionMatches.CompletionText | Should -Be 'Fail'
    }
}
