BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Stop-BatchFlowInstance in a real shell' {
    It 'cancels what Where-Object lets through' {
        Get-BatchFlowInstance | Where-Object IsEnded -EQ $false | Stop-BatchFlowInstance -Wait

        Get-BatchFlowInstance -Status Running | Should -BeNullOrEmpty
        (Get-BatchFlowInstance | Group-Object Status).Name | Should -Contain 'Cancel'
    }

    It 'says by $? whether it could' {
        Stop-BatchFlowInstance nothing -ErrorAction SilentlyContinue
        $? | Should -BeFalse
    }
}
