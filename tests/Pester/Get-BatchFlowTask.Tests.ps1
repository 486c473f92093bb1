BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowTask in a real shell' {
    It 'goes into the standard tooling' {
        $tasks = Get-BatchFlow | Get-BatchFlowTask

        ($tasks | Group-Object Type | Measure-Object Count -Sum).Sum | Should -Be $tasks.Count
        $tasks | Sort-Object Timeout -Descending | Export-Csv "$TestDrive/tasks.csv"
        (Import-Csv "$TestDrive/tasks.csv")[0].Timeout | Should -Be ($tasks | Measure-Object Timeout -Maximum).Maximum
    }

    It 'comes back from a file of IDs' {
        3001, 3003 | ForEach-Object { [pscustomobject]@{ FlowId = $_ } } | Export-Csv "$TestDrive/ids.csv"

        (Import-Csv "$TestDrive/ids.csv" | Get-BatchFlowTask | Group-Object FlowId).Name | Should -Be '3001', '3003'
    }

    It 'has its properties completed' {
        (TabExpansion2 'Get-BatchFlowTask 3001 | Where-Object Time').CompletionMatches.CompletionText | Should -Be 'Timeout'
    }
}
