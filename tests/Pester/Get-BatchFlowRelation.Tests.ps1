BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowRelation in a real shell' {
    It 'makes a table of edges' {
        $edges = Get-BatchFlowRelation 3001 | Select-Object SourceTaskName, TargetTaskName

        ($edges | ConvertTo-Csv -NoTypeInformation)[1] | Should -Be '"fetch_readings","check_readings"'
    }

    It 'stops when no more are wanted' {
        (Get-BatchFlow | Get-BatchFlowRelation | Select-Object -First 1).FlowId | Should -Be 3001
    }
}
