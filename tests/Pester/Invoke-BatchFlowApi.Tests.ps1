BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Invoke-BatchFlowApi in a real shell' {
    It 'completes the calls that are documented' {
        (TabExpansion2 'Invoke-BatchFlowApi tas').CompletionMatches.CompletionText | Should -Be 'taskInstances'
        (TabExpansion2 'Invoke-BatchFlowApi flows getM').CompletionMatches.CompletionText | Should -Be 'getMyFlow'
    }

    It 'gives objects that the standard tooling takes' {
        $flows = Invoke-BatchFlowApi flows getMyFlow

        ($flows | Measure-Object).Count | Should -Be 7
        ($flows | Sort-Object flowName -Descending | Select-Object -First 1).flowName | Should -Be 'watch_substations'
    }

    It 'takes a body as ConvertTo-Json and ConvertFrom-Json give it' {
        @{ flowId = 3001 } | ConvertTo-Json | Invoke-BatchFlowApi flows disable
        '{"flowId":3002}' | ConvertFrom-Json | Invoke-BatchFlowApi flows disable

        (Get-BatchFlow 3001, 3002).IsActive | Should -Be $false, $false
    }
}
