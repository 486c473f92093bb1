BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Disconnect-BatchFlow in a real shell' {
    It 'completes the names of connections' {
        Connect-BatchFlow -Sandbox -Name other

        (TabExpansion2 'Disconnect-BatchFlow o').CompletionMatches.ListItemText | Should -Be 'other', 'sandbox' # what begins so comes first

        Disconnect-BatchFlow other
        (TabExpansion2 'Disconnect-BatchFlow o').CompletionMatches.ListItemText | Should -Not -Be 'other'
    }

    It 'says by $? whether there was such a connection' {
        Disconnect-BatchFlow nothing -ErrorAction SilentlyContinue
        $? | Should -BeFalse
    }

    It 'closes what Where-Object lets through' {
        Connect-BatchFlow -Sandbox -Name old1
        Connect-BatchFlow -Sandbox -Name old2

        Get-BatchFlowConnection | Where-Object Name -Like old* | Disconnect-BatchFlow

        (Get-BatchFlowConnection).Name | Should -Be 'sandbox'
    }
}
