BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowServerTime in a real shell' {
    It 'counts with the dates of the shell' {
        $time = Get-BatchFlowServerTime

        (New-TimeSpan $time.Time.UtcDateTime (Get-Date).ToUniversalTime()).Duration() | Should -BeLessThan ([timespan] '00:01')
    }

    It 'is one row' {
        (Get-BatchFlowServerTime | ConvertTo-Csv).Count | Should -Be 2
    }
}
