BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowConnection in a real shell' {
    It 'is a table that fits 80 columns' {
        $lines = (Get-BatchFlowConnection | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }

        $lines[0] | Should -Match 'Name +Access +OrganizationId +UserId +Gateway'
        $lines.Length | Should -Be 3
    }

    It 'completes names' {
        (TabExpansion2 'Get-BatchFlowConnection sand').CompletionMatches.ListItemText | Should -Be 'sandbox'
    }
}
