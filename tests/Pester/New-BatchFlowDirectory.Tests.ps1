BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'New-BatchFlowDirectory in a real shell' {
    It 'makes the directories that a file names' {
        Set-Content "$TestDrive/paths.txt" 'archive/2025', 'archive/2026'

        (Get-Content "$TestDrive/paths.txt" | New-BatchFlowDirectory).Path | Should -Be 'archive/2025', 'archive/2026'
    }

    It 'makes nothing with -WhatIf' {
        1..3 | ForEach-Object { "archive/q$_" } | New-BatchFlowDirectory -WhatIf | Should -BeNullOrEmpty

        Get-BatchFlowDirectory archive/q* | Should -BeNullOrEmpty
    }
}
