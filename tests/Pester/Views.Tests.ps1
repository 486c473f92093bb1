BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox

    # The object as a job returns it (depth 1) or a file keeps it (depth 2).
    filter Copy-ByDepth([int] $Depth) {
        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_, $Depth))
    }
}

AfterAll { Disconnect-BatchFlow }

Describe 'The views of objects that come back from a job or a file' {
    It 'show of <_> the same as before' -ForEach @(
        'Get-BatchFlow'
        'Get-BatchFlow 3001, 3003, 3005'
        'Export-BatchFlow 3001, 3003'
        'Get-BatchFlowTask 3001'
        'Get-BatchFlowRelation 3001'
        'Get-BatchFlowLink 3003'
        'Get-BatchFlowInstance'
        'Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance'
        'Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance'
        'Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog'
        'Get-BatchFlowDirectory'
        'Get-BatchFlowConnection'
        'Test-BatchFlowConnection'
    ) {
        $live = & ([scriptblock]::Create($_))

        foreach ($format in 'Format-Table', 'Format-List') {
            $live | Copy-ByDepth 2 | & $format | Out-String -Width 250 |
                Should -BeExactly ($live | & $format | Out-String -Width 250)
            $live | Copy-ByDepth 1 | & $format | Out-String | Should -Not -Match 'System\.'
        }
    }

    It 'count no tasks that a job did not return' {
        Get-BatchFlow 3003 | Format-Table | Out-String -Width 120 | Should -Match ' 3 anna\.keller'
        Get-BatchFlow 3003 | Copy-ByDepth 1 | Format-Table | Out-String -Width 120 | Should -Not -Match ' [03] anna\.keller'
    }
}
