BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force

    function Read-Folder($folder) {
        Get-ChildItem $folder -Recurse -File -Exclude backup.json | ForEach-Object {
            '{0} {1}' -f $_.FullName.Substring($folder.Length).Replace('\', '/'), (Get-FileHash -LiteralPath $_).Hash
        }
    }

    function Read-State($folder) {
        $manifest = Get-Content "$folder/backup.json" -Raw | ConvertFrom-Json
        $manifest.flows | ForEach-Object { '{0} {1} {2}' -f $_.file, $_.active, ($_.directory -join '/') }
        $manifest.directories | ForEach-Object { $_ -join '/' }
    }

    function Start-Organization($name) {
        Start-BatchFlowSandbox | Connect-BatchFlow -Name $name
    }

    function Clear-Organization {
        Get-BatchFlow | Sort-Object FlowId -Descending | Remove-BatchFlow -Confirm:$false -ErrorAction SilentlyContinue
        Get-BatchFlow | Remove-BatchFlow -Confirm:$false -ErrorAction SilentlyContinue
        @(Get-BatchFlow).Count | Should -Be 0
    }
}

AfterAll {
    Get-BatchFlowConnection | Disconnect-BatchFlow
    Get-BatchFlowSandbox | Stop-BatchFlowSandbox
}

Describe 'Restore-BatchFlow in a real shell' {
    BeforeEach {
        Get-BatchFlowConnection | Disconnect-BatchFlow
        Start-Organization source
        Disable-BatchFlow 3002
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = Backup-BatchFlow $folder -SplitCommand
    }

    It 'brings an organisation back as it was' {
        $before = @(Get-BatchFlow -Detailed)
        Clear-Organization

        $restored = Restore-BatchFlow $folder -ErrorAction Stop -WarningVariable warnings

        $warnings | Should -BeNullOrEmpty
        $restored.Count | Should -Be $before.Count
        $restored.Action | Select-Object -Unique | Should -Be 'Created'
        $null = Backup-BatchFlow "$folder-again" -SplitCommand
        Read-Folder "$folder-again" | Should -Be (Read-Folder $folder)
        Read-State "$folder-again" | Should -Be (Read-State $folder)
        foreach ($flow in $restored) { (Get-BatchFlow $flow.FlowId).IsActive | Should -Be $flow.IsActive }
        ($restored | Where-Object OldFlowId -EQ 3002).IsActive | Should -BeFalse
    }

    It 'makes the directories in another organisation' {
        Start-Organization other
        $null = Clear-Organization
        Rename-Item "$folder/billing" invoices
        (Get-Content "$folder/backup.json" -Raw).Replace('"billing/', '"invoices/').Replace('"billing"', '"invoices"') |
            Set-Content "$folder/backup.json" -NoNewline

        $null = Restore-BatchFlow $folder bill_customers

        (Get-BatchFlowDirectory invoices).Flows.FlowName | Should -Be 'bill_customers'
    }

    It 'goes on where it stopped' {
        Clear-Organization
        $first = Restore-BatchFlow $folder etl_meter_readings, watch_* -Paused

        $all = Restore-BatchFlow $folder -ErrorAction Stop

        ($all | Where-Object Action -EQ Exists).FlowId | Sort-Object | Should -Be ($first.FlowId | Sort-Object)
        @(Get-BatchFlow).Count | Should -Be $all.Count
        (Get-BatchFlow etl_meter_readings -Detailed).IsActive | Should -BeTrue
    }

    It 'shows each step and makes none with -WhatIf' {
        $lines = (Invoke-Shell -Command "
            Import-Module '$((Get-Module BatchFlows.PowerShell).Path)'
            Connect-BatchFlow -Sandbox
            3005, 3004, 3003, 3001 | Remove-BatchFlow -Confirm:`$false
            Restore-BatchFlow '$folder' -WhatIf
            'flows: ' + @(Get-BatchFlow).Count") -join "`n"

        $lines | Should -Match 'operation "Create" on target "Flow ''etl_meter_readings'' in directory ''energy/meters'''
        $lines | Should -Match 'operation "Enable" on target "Flow ''etl_meter_readings'''
        $lines | Should -Match 'flows: 3$'
    }

    Context 'When a flow of the name has another definition' {
        BeforeEach { Set-BatchFlow 3001 -Description another }

        It 'fails for this flow' {
            $restored = Restore-BatchFlow $folder -ErrorAction SilentlyContinue -ErrorVariable failures

            $failures.FullyQualifiedErrorId | Should -Be 'FlowExists,BatchFlows.Commands.RestoreBatchFlowCommand'
            $restored.Action | Select-Object -Unique | Should -Be 'Exists'
        }

        It 'leaves it with -IfExists Skip' {
            (Restore-BatchFlow $folder etl_meter_readings -IfExists Skip).Action | Should -Be 'Skipped'

            (Get-BatchFlow 3001).Description | Should -Be 'another'
        }

        It 'gives another name with -IfExists Rename, and the links follow' {
            Set-BatchFlow 3003 -Description another
            $restored = Restore-BatchFlow $folder etl_meter_readings, forecast_demand -IfExists Rename

            $restored.FlowName | Should -Be 'etl_meter_readings_2', 'forecast_demand_2'
            (Get-BatchFlowLink forecast_demand_2).SourceFlowName | Should -Contain 'etl_meter_readings_2'
            (Restore-BatchFlow $folder etl_meter_readings -IfExists Rename).FlowName | Should -Be 'etl_meter_readings_2'
        }
    }

    It 'reports a folder that is missing or holds no flow' {
        $empty = New-Item "$folder-empty" -ItemType Directory

        foreach ($path in "$folder-missing", $empty.FullName, "$folder/backup.json") {
            Restore-BatchFlow $path -ErrorAction SilentlyContinue -ErrorVariable failures
            $failures.FullyQualifiedErrorId | Should -Be 'FileNotRead,BatchFlows.Commands.RestoreBatchFlowCommand'
        }
    }

    It 'starts an existing flow that was active, unless what exists is to stay as it is' {
        Disable-BatchFlow 3001
        (Restore-BatchFlow $folder etl_meter_readings -IfExists Skip).IsActive | Should -BeFalse
        (Get-BatchFlow 3001 -Detailed).IsActive | Should -BeFalse

        (Restore-BatchFlow $folder etl_meter_readings).IsActive | Should -BeTrue
        (Get-BatchFlow 3001 -Detailed).IsActive | Should -BeTrue
    }

    It 'restores a folder of exports, by the places of the files, paused' {
        $exports = "$folder-exports"
        $null = Export-BatchFlow 3006 -Path "$exports/archive/"
        Remove-BatchFlow 3006 -Confirm:$false

        $restored = Restore-BatchFlow $exports

        $restored.Directory, $restored.IsActive | Should -Be 'archive', $false
    }

    It 'reports a file that is missing or broken, and restores the others' {
        Clear-Organization
        Remove-Item "$folder/billing/bill_customers.flow.json"
        Set-Content "$folder/energy/meters/watch_substations.flow.json" '{ "name": "x"'

        $restored = Restore-BatchFlow $folder -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures.Exception.Message -join "`n" | Should -Match 'bill_customers'
        $failures.Exception.Message -join "`n" | Should -Match 'watch_substations.flow.json'
        $restored.FlowName | Should -Contain 'etl_meter_readings'
    }

    It 'refuses a manifest that leads out of the folder' {
        (Get-Content "$folder/backup.json" -Raw).Replace('"file": "', '"file": "../') | Set-Content "$folder/backup.json"

        { Restore-BatchFlow $folder -ErrorAction Stop } | Should -Throw '*leaves the folder*'
    }
}
