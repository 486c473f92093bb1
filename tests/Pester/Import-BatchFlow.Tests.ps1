BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Import-BatchFlow in a real shell' {
    It 'takes files as Get-ChildItem gives them' {
        Export-BatchFlow 3001, 3006 -Path "$TestDrive/flows" -Raw

        $new = Get-ChildItem "$TestDrive/flows" -Filter 3001-* | Import-BatchFlow -Directory archive -Name copy

        (Export-BatchFlow $new).Tasks.TaskName | Should -Be (Export-BatchFlow 3001).Tasks.TaskName
    }

    It 'takes a canonical file as Get-ChildItem gives it' {
        Export-BatchFlow 3001, 3006 -Path "$TestDrive/canonical" -SplitCommand

        $new = Get-ChildItem "$TestDrive/canonical" -Filter etl_*.flow.json | Import-BatchFlow -Directory archive -Name restored

        $old = Export-BatchFlow 3001
        $restored = Export-BatchFlow $new
        $restored.Tasks.TaskName | Should -Be ($old.Tasks.TaskName | Sort-Object)
        foreach ($task in $old.Tasks) {
            $same = $restored.Tasks | Where-Object TaskName -EQ $task.TaskName
            $same.ToJson() | Should -BeExactly $task.ToJson()
        }
    }

    It 'takes a definition that was edited as text' {
        $file = Export-BatchFlow 3002 -Path "$TestDrive/edit.json"
        $json = $file | Get-Content -Raw | ConvertFrom-Json
        $json.desc = 'edited'
        $json | ConvertTo-Json -Depth 20 | Set-Content $file

        $new = Import-BatchFlow $file -Directory archive -Name edited

        (Get-BatchFlow $new).Description | Should -Be 'edited'
    }

    It 'goes on after a file that is none' {
        Set-Content "$TestDrive/1.json" 'nothing'
        Export-BatchFlow 3003 -Path "$TestDrive/2.json"

        Import-BatchFlow "$TestDrive/[12].json" -Directory archive -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -BeLike 'FileNotRead,*'
    }

    It 'refuses what ConvertTo-Json cut or renamed, at a depth of <_>' -ForEach (0..3) {
        $flow = Export-BatchFlow 3003
        $flow | ConvertTo-Json -Depth $_ -WarningAction SilentlyContinue | Set-Content "$TestDrive/object.json"
        $flow.ToJson() | ConvertFrom-Json | ConvertTo-Json -Depth $_ -WarningAction SilentlyContinue | Set-Content "$TestDrive/text.json"

        { Import-BatchFlow "$TestDrive/object.json" -Directory archive -Name copy -ErrorAction Stop } | Should -Throw '*ConvertTo-Json*'
        if ($_ -lt 2) {
            { Import-BatchFlow "$TestDrive/text.json" -Directory archive -Name copy -ErrorAction Stop } | Should -Throw '*ConvertTo-Json*'
        }
    }

    It 'puts a file of a backup into its directory, and tells what is not as it was' {
        Disable-BatchFlow 3006
        $null = Backup-BatchFlow "$TestDrive/backup"
        Remove-BatchFlow 3006 -Confirm:$false
        $file = "$TestDrive/backup/billing/migrate_legacy_tariffs.flow.json"

        $flow = Import-BatchFlow $file -WarningVariable warnings 3>$null

        (Get-BatchFlow -Path billing).FlowName | Should -Contain 'migrate_legacy_tariffs'
        $flow.FlowId | Should -Not -Be 3006
        $flow.IsActive | Should -Be (Get-BatchFlow $flow.FlowId -Detailed).IsActive
        if ($flow.IsActive) { $warnings | Should -Match "is active, and in the backup it was not.+Disable-BatchFlow $($flow.FlowId)" }
    }

    It 'wants a directory for a file that is in no backup' {
        $null = Export-BatchFlow 3002 -Path "$TestDrive/loose.flow.json"

        { Import-BatchFlow "$TestDrive/loose.flow.json" -ErrorAction Stop } | Should -Throw '*-Directory*'
    }
}
