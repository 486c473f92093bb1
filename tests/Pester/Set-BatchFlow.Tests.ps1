BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Set-BatchFlow in a real shell' {
    It 'shows before and after with -WhatIf' {
        $module = (Get-Module BatchFlows.PowerShell).Path
        $said = Invoke-Shell -Command "Import-Module '$module'; Connect-BatchFlow -Sandbox; Set-BatchFlow 3001 -Cron '0 0 5 * * ? *' -WhatIf"

        "$said" | Should -Match "'0 30 1 \* \* \? \*' -> '0 0 5 \* \* \? \*'"
    }

    It 'takes what a file of values says of each flow' {
        'FlowId,Description', '3001,first', '3002,second' | ConvertFrom-Csv | ForEach-Object { Set-BatchFlow $_.FlowId -Description $_.Description }

        (Get-BatchFlow 3001, 3002).Description | Should -Be 'first', 'second'
    }

    It 'has its values completed' {
        (TabExpansion2 'Set-BatchFlow 3001 -Cycle ').CompletionMatches.CompletionText | Should -Be 'D', 'H', 'M', 'mi', 'W'
        (TabExpansion2 'Set-BatchFlow 3001 -Type ').CompletionMatches.CompletionText | Should -Be 'Manual', 'Periodic', 'Temporary'
    }
}
