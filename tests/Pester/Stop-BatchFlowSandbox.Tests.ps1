BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Stop-BatchFlowSandbox in a real shell' {
    It 'stops the one that is piped' {
        $other = Start-BatchFlowSandbox

        $other | Stop-BatchFlowSandbox

        (Get-BatchFlowSandbox | Measure-Object).Count | Should -Be 1
        { Invoke-WebRequest $other.Gateway -TimeoutSec 5 } | Should -Throw
        (Get-BatchFlow 2924).FlowName | Should -Be 'nFlow'
    }

    It 'stops nothing with -WhatIf' {
        Stop-BatchFlowSandbox -WhatIf

        (Get-BatchFlowSandbox).IsRunning | Should -BeTrue
    }
}
