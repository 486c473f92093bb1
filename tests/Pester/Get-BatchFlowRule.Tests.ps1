BeforeAll { Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force }

Describe 'Get-BatchFlowRule in a real shell' {
    It 'lists the rules of a family' {
        (Get-BatchFlowRule BF3*).Family | Sort-Object -Unique | Should -Be 'Limits'
        (Get-BatchFlowRule -Severity Error).Severity | Sort-Object -Unique | Should -Be 'Error'
    }

    It 'takes IDs from the pipeline' {
        ('BF101', 'bf801' | Get-BatchFlowRule).RuleId | Should -Be 'BF101', 'BF801'
        (Get-BatchFlowRule BF101 | Get-BatchFlowRule).RuleId | Should -Be 'BF101'
    }

    It 'is completed by ID and by title' {
        (TabExpansion2 'Get-BatchFlowRule heredoc').CompletionMatches | Should -BeNullOrEmpty
        (TabExpansion2 'Get-BatchFlowRule here-doc').CompletionMatches.CompletionText | Should -Be 'BF802'
    }

    It 'refuses a rule that does not exist' {
        { Get-BatchFlowRule BF999 -ErrorAction Stop } | Should -Throw "No rule has the ID 'BF999'*"
    }
}
