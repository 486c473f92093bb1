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

    It 'goes whole into a CSV file, links of both kinds in one' {
        $links = Get-BatchFlow | Get-BatchFlowLink
        $csv = $links | ConvertTo-Csv | ConvertFrom-Csv

        ($csv | Where-Object SourceTaskName).SourceTaskName | Should -Be ($links | Where-Object SourceTaskName).SourceTaskName
        $csv.TargetTaskNames | Should -Be ($links | ForEach-Object { $_.TargetTaskNames -join ', ' })
    }
}
