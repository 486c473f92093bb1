BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlow in a real shell' {
    It 'stops asking for pages when no more are wanted' {
        $sandbox = Start-BatchFlowSandbox -FlowCount 500
        $sandbox | Connect-BatchFlow -Name large

        (Get-BatchFlow | Select-Object -First 1).FlowId | Should -Be 2924
        $sandbox.RequestCount | Should -BeLessThan 3

        $sandbox | Stop-BatchFlowSandbox
        Disconnect-BatchFlow large
    }

    It 'goes into the standard tooling' {
        $flows = Get-BatchFlow -Detailed

        ($flows | Group-Object IsActive).Count | Should -Be 2
        ($flows | Sort-Object FlowName | Select-Object -First 1).FlowName | Should -Be '../reports/CON:weekly'
        ($flows | Select-Object FlowId, Owners | ConvertTo-Csv | ConvertFrom-Csv | Where-Object FlowId -EQ 3001).Owners | Should -Be 'anna.keller; jonas.lindt'
    }

    It 'is a table that fits 120 columns' {
        $table = Get-BatchFlow -Detailed | Format-Table | Out-String -Width 120

        $table | Should -Not -Match '\u2026'
        $table | Should -Match '3001 on +daily 01:30 +\d{4}-\d\d-\d\d 01:30 etl_meter_readings'
        Get-BatchFlow 3001 | Format-List | Out-String | Should -Match 'Owners +: anna\.keller; jonas\.lindt'
    }

    It 'has its values completed' {
        (TabExpansion2 'Get-BatchFlow -SortBy ').CompletionMatches.CompletionText | Should -Be 'CreateTime', 'StartTime', 'UpdateTime'
        ((TabExpansion2 'Get-BatchFlow -Connection s').CompletionMatches | Where-Object ToolTip -ne Profile).ListItemText | Should -Be 'sandbox'
    }
}
