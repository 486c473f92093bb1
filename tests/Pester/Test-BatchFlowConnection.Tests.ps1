BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Test-BatchFlowConnection in a real shell' {
    It 'groups and sorts as checks do' {
        $checks = Test-BatchFlowConnection

        ($checks | Group-Object Outcome).Name | Should -Be 'Passed'
        ($checks | Select-Object -First 1).Check | Should -Be 'Address'
        ($checks | ConvertTo-Json | ConvertFrom-Json).Check | Should -Be $checks.Check
    }

    It 'is a condition of a script' {
        $(if (Test-BatchFlowConnection -Quiet) { 'go' }) | Should -Be 'go'
    }

    It 'shows the remedy in a table' {
        Set-BatchFlowSandbox -ClockSkewSeconds 86400
        try { Test-BatchFlowConnection | Where-Object Passed -EQ $false | Format-Table | Out-String | Should -Match 'clock' }
        finally { Set-BatchFlowSandbox -ClockSkewSeconds 0 }
    }
}
