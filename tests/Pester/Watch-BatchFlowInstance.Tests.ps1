BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-BatchFlowSandbox -Speed 1000
}

AfterAll { Disconnect-BatchFlow }

Describe 'Watch-BatchFlowInstance in a real shell' {
    It 'gives the pipeline the runs only, and the information stream a line per change' {
        $runs = Start-BatchFlow 3001, 3002 | Watch-BatchFlowInstance -InformationVariable lines 6> $null

        $runs.FlowId | Should -Be 3001, 3002
        $runs | ForEach-Object { $_.IsEnded | Should -BeTrue }
        foreach ($task in $runs.Graph.Tasks.TaskName) { "$lines" | Should -Match "  $task  success" }
    }

    It 'writes lines without control sequences when output is redirected' {
        $module = (Get-Module BatchFlows.PowerShell).Path
        $text = Invoke-Shell -Command "Import-Module '$module'; Connect-BatchFlow -Sandbox; Set-BatchFlowSandbox -Speed 1000; `$null = Start-BatchFlow 3001 | Watch-BatchFlowInstance"

        "$text" | Should -Match '  success  \d+:\d\d'
        "$text" | Should -Not -Match '\e'
    }
}
