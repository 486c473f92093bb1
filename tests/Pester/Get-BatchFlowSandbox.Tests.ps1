BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowSandbox in a real shell' {
    It 'tells what it was asked' {
        $sandbox = Get-BatchFlowSandbox
        $before = $sandbox.RequestCount
        $null = Export-BatchFlow 2924

        (Get-BatchFlowSandbox).RequestCount - $before | Should -Be 1
        ($sandbox.Service.CallCounts.GetEnumerator() | Sort-Object Value | Select-Object -Last 1).Key | Should -Be 'Export Flow'
    }

    It 'is a table that fits 120 columns' {
        Get-BatchFlowSandbox | Format-Table | Out-String -Width 120 | Should -Not -Match '\u2026'
    }
}
