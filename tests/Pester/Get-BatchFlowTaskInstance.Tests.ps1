BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowTaskInstance in a real shell' {
    It 'finds the slowest tasks' {
        $tasks = Get-BatchFlowInstance | Get-BatchFlowTaskInstance

        $slowest = $tasks | Where-Object Duration | Sort-Object Duration -Descending | Select-Object -First 3
        $slowest.Count | Should -Be 3
        $slowest[0].Duration | Should -BeGreaterOrEqual $slowest[2].Duration
    }

    It 'writes a file of values' {
        Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance | Export-Csv "$TestDrive/tasks.csv"

        (Import-Csv "$TestDrive/tasks.csv" | Where-Object Status -EQ Fail).TaskName | Should -Be 'forecast'
    }
}
