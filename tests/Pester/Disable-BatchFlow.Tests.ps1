BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Disable-BatchFlow in a real shell' {
    It 'pauses what a file of values names' {
        Get-BatchFlow | Select-Object -Skip 1 -First 2 | Export-Csv "$TestDrive/picked.csv"

        (Import-Csv "$TestDrive/picked.csv" | Disable-BatchFlow -PassThru | Measure-Object).Count | Should -Be 2
        (Get-BatchFlow 3001, 3002).IsActive | Should -Be $false, $false
    }

    It 'changes nothing with -WhatIf' {
        Get-BatchFlow | Disable-BatchFlow -WhatIf

        (Get-BatchFlow 3003).IsActive | Should -BeTrue
    }
}
