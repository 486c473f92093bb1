BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Enable-BatchFlow in a real shell' {
    It 'starts what Where-Object lets through' {
        Get-BatchFlow -Detailed | Where-Object IsActive -EQ $false | Enable-BatchFlow

        (Get-BatchFlow -Detailed | Group-Object IsActive).Name | Should -Be 'True'
    }

    It 'says by $? whether it did' {
        Enable-BatchFlow 3006
        $? | Should -BeTrue
        Enable-BatchFlow 666 -ErrorAction SilentlyContinue
        $? | Should -BeFalse
    }
}
