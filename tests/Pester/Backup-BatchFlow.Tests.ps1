BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $service = (Get-BatchFlowSandbox).Service

    function Read-Folder($folder) {
        Get-ChildItem $folder -Recurse -File | ForEach-Object {
            '{0} {1}' -f $_.FullName.Substring($folder.Length).Replace('\', '/'), (Get-FileHash -LiteralPath $_).Hash
        }
    }
}

AfterAll { Disconnect-BatchFlow }

Describe 'Backup-BatchFlow in a real shell' {
    It 'writes the tree of directories, and the same bytes each time' {
        $first = Backup-BatchFlow "$TestDrive/one"
        $null = Backup-BatchFlow "$TestDrive/two" -ThrottleLimit 1

        $first.Change | Select-Object -Unique | Should -Be 'Added'
        $first.FlowId.Count | Should -Be @(Get-BatchFlow).Count
        "$TestDrive/one/energy/meters/etl_meter_readings.flow.json" | Should -Exist
        Read-Folder "$TestDrive/two" | Should -Be (Read-Folder "$TestDrive/one")
    }

    It 'knows what definitions do not hold' {
        $null = Backup-BatchFlow "$TestDrive/manifest"

        $manifest = Get-Content "$TestDrive/manifest/backup.json" -Raw | ConvertFrom-Json
        $flow = $manifest.flows | Where-Object flowId -EQ 3001
        $flow.file | Should -Be 'energy/meters/etl_meter_readings.flow.json'
        $flow.active | Should -Be (Get-BatchFlow 3001).IsActive
        $manifest.directories | ForEach-Object { $_ -join '/' } | Should -Contain 'archive'
    }

    It 'touches nothing that has not changed' {
        $null = Backup-BatchFlow "$TestDrive/still" -SplitCommand
        Get-ChildItem "$TestDrive/still" -Recurse -File | ForEach-Object { $_.LastWriteTimeUtc = '2001-01-01' }

        Backup-BatchFlow "$TestDrive/still" -SplitCommand | Should -BeNullOrEmpty

        (Get-ChildItem "$TestDrive/still" -Recurse -File).LastWriteTimeUtc.Year | Select-Object -Unique | Should -Be 2001
    }

    It 'tells one change as one change' {
        $null = Backup-BatchFlow "$TestDrive/change"
        $service.PutFlow(3006, (Export-BatchFlow 3006).ToJson().Replace('"desc":"', '"desc":"new '))

        $changes = @(Backup-BatchFlow "$TestDrive/change" 3>&1)
        $changes.Count | Should -Be 1
        $changes[0].Change, $changes[0].FlowId | Should -Be 'Changed', 3006
    }

    It 'renames the file of a renamed flow, with its commands' {
        $service.PutFlow(501, '{"name":"before","tasks":[{"name":"t","type":"COMMAND","cmd":"a\nb"}]}')
        $null = Backup-BatchFlow "$TestDrive/rename" -SplitCommand
        "$TestDrive/rename/before/t.sh" | Should -Exist
        $service.PutFlow(501, '{"name":"after","tasks":[{"name":"t","type":"COMMAND","cmd":"a\nb"}]}')

        $changes = Backup-BatchFlow "$TestDrive/rename" -SplitCommand

        $changes | ForEach-Object { "$($_.Change) $(Split-Path $_.Path -Leaf)" } |
            Should -Be 'Renamed after.flow.json', 'Removed before.flow.json', 'Removed t.sh'
        "$TestDrive/rename/before" | Should -Not -Exist
        "$TestDrive/rename/after/t.sh" | Should -Exist
    }

    It 'keeps the file of a flow that is gone, unless it mirrors' {
        $service.PutFlow(502, '{"name":"short_lived","tasks":[]}')
        $null = Backup-BatchFlow "$TestDrive/gone"
        Remove-BatchFlow 502 -Confirm:$false
        $file = Get-ChildItem "$TestDrive/gone" -Recurse -Filter short_lived.flow.json

        Backup-BatchFlow "$TestDrive/gone" | Should -BeNullOrEmpty
        $file | Should -Exist
        Backup-BatchFlow "$TestDrive/gone" -Mirror -WhatIf | Should -BeNullOrEmpty
        $file | Should -Exist
        (Backup-BatchFlow "$TestDrive/gone" -Mirror).Change | Should -Be 'Removed'
        $file | Should -Not -Exist
        "$TestDrive/gone/backup.json" | Should -Not -FileContentMatch 'short_lived'
    }

    It 'writes nothing with -WhatIf' {
        Backup-BatchFlow "$TestDrive/whatif" -WhatIf | Should -BeNullOrEmpty

        "$TestDrive/whatif" | Should -Not -Exist
    }

    It 'refuses the folder of another organisation' {
        $null = Backup-BatchFlow "$TestDrive/other"
        $manifest = "$TestDrive/other/backup.json"
        (Get-Content $manifest -Raw) -replace '"organizationId": "[^"]+"', '"organizationId": "o1"' | Set-Content $manifest

        { Backup-BatchFlow "$TestDrive/other" -ErrorAction Stop } | Should -Throw '*organisation o1*'
        (Backup-BatchFlow "$TestDrive/other" -Force -ErrorAction Stop) | Should -BeNullOrEmpty
    }

    It 'follows no link out of the folder' -Skip:($IsWindows) {
        $null = New-Item "$TestDrive/outside", "$TestDrive/links" -ItemType Directory
        $null = New-Item "$TestDrive/links/billing" -ItemType SymbolicLink -Value "$TestDrive/outside"

        $null = Backup-BatchFlow "$TestDrive/links" -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures.Exception.Message | Should -Match 'link'
        Get-ChildItem "$TestDrive/outside" | Should -BeNullOrEmpty
    }
}
