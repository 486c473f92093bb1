BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Start-BatchFlowSandbox | Connect-BatchFlow -Name target
    3005, 3004, 3003, 3001, 3002, 3006, 2924 | Remove-BatchFlow -Confirm:$false
    Start-BatchFlowSandbox | Connect-BatchFlow -Name source
    Disable-BatchFlow 3002
}

AfterAll {
    Get-BatchFlowConnection | Disconnect-BatchFlow
    Get-BatchFlowSandbox | Stop-BatchFlowSandbox
}

Describe 'Copy-BatchFlow in a real shell' {
    It 'makes no call that changes something with -WhatIf' {
        Copy-BatchFlow -Name * -To target -WhatIf | Should -BeNullOrEmpty

        @(Get-BatchFlow -Connection target).Count | Should -Be 0
    }

    It 'copies flows that are piped, upstream first, with their schedules' {
        $copied = 3003, 'etl_meter_readings', 3002 | Copy-BatchFlow -To target -ErrorAction Stop

        $copied.Action | Select-Object -Unique | Should -Be 'Created'
        $copied.ConnectionName | Select-Object -Unique | Should -Be 'target'
        $copied.FlowName | Should -Be 'etl_meter_readings', 'watch_substations', 'forecast_demand'
        $copied.IsActive | Should -Be $true, $false, $true
        (Get-BatchFlow -Connection target -Path energy/meters).FlowName | Should -Contain 'etl_meter_readings'
    }

    It 'copies the whole organisation, and counts what is there as copied' {
        $copied = Copy-BatchFlow -Name * -To target -ErrorAction Stop

        $copied.Count | Should -Be @(Get-BatchFlow).Count
        @($copied | Where-Object Action -EQ Exists).Count | Should -Be 3
        $null = Backup-BatchFlow "$TestDrive/source"
        $null = Backup-BatchFlow "$TestDrive/target" -Connection target
        $files = { param($folder) Get-ChildItem "$TestDrive/$folder" -Recurse -File -Exclude backup.json | Get-FileHash | ForEach-Object Hash }
        & $files target | Should -Be (& $files source)
    }

    It 'reports a flow that does not exist, and copies the others' {
        Remove-BatchFlow migrate_legacy_tariffs -Connection target -Confirm:$false

        $copied = 3006, 777, 'migrate_legcy_tariffs' | Copy-BatchFlow -To target -ErrorAction SilentlyContinue -ErrorVariable failures

        $copied.FlowName | Should -Be 'migrate_legacy_tariffs'
        $failures.Count | Should -Be 2
        $failures.TargetObject | Should -Contain 777
        $failures.Exception.Message -join ' ' | Should -Match 'Did you mean migrate_legacy_tariffs'
    }
}
