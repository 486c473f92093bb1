BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Start-BatchFlowSandbox in a real shell' {
    It 'runs beside another one, each by its own' {
        $other = Start-BatchFlowSandbox -Flows 3

        $other | Connect-BatchFlow -Name other
        (Get-BatchFlow load_* | Measure-Object).Count | Should -Be 3
        (Get-BatchFlow load_* -Connection sandbox | Measure-Object).Count | Should -Be 0

        Disconnect-BatchFlow other
        $other | Stop-BatchFlowSandbox
    }

    It 'takes its number of flows under the name of 0.1.0, too' {
        (Get-Command Start-BatchFlowSandbox).ResolveParameter('Flows').Name | Should -Be 'FlowCount'
    }

    It 'serves whatever speaks HTTP' {
        $answer = Invoke-WebRequest (Get-BatchFlowSandbox).Gateway -SkipHttpErrorCheck

        [int] $answer.StatusCode | Should -BeGreaterOrEqual 400
    }
}
