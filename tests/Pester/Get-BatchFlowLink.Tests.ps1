BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowLink in a real shell' {
    It 'tells by which flows others wait' {
        $links = Get-BatchFlow | Get-BatchFlowLink | Group-Object SourceFlowName | Sort-Object Count -Descending

        $links[0].Name | Should -Be 'etl_meter_readings'
        $links[0].Count | Should -Be 3
    }

    It 'writes links to flows and to tasks into one file' {
        $rows = Get-BatchFlowLink 3003 | Select-Object LinkId, SourceFlowName, SourceTaskName | ConvertTo-Csv | ConvertFrom-Csv

        $rows.SourceFlowName | Should -Be 'watch_substations', 'etl_meter_readings'
        $rows[1].SourceTaskName | Should -Be 'load_readings'
    }
}
