BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-BatchFlowSandbox -Speed 1000
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowTaskLog in a real shell' {
    It 'is text for whatever takes text' {
        $log = Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed
        $log | Set-Content "$TestDrive/task.log"

        (Get-Content "$TestDrive/task.log" -Tail 1) | Should -Be 'exit code 2'
        ($log | Select-String '^ERROR').Count | Should -BeGreaterThan 1
        ($log | Out-String) | Should -Match '(?m)^exit code 2'
    }

    It 'goes into the standard tooling as objects' {
        $lines = Get-BatchFlowInstance | Get-BatchFlowTaskLog -Tail 1

        ($lines | Group-Object TaskName).Name | Should -Contain 'poll_telemetry'
        ($lines | Select-Object TaskName, Text | ConvertTo-Json | ConvertFrom-Json).Count | Should -Be $lines.Count
    }

    It 'follows a run to its end' {
        $lines = Start-BatchFlow 3002 | Get-BatchFlowTaskLog -Follow

        ($lines.TaskName | Sort-Object -Unique) | Should -Be 'poll_telemetry', 'raise_alarms'
    }

    It 'stops following when no more lines are wanted' {
        (Start-BatchFlow 3001 | Get-BatchFlowTaskLog -Follow | Select-Object -First 1).LineNumber | Should -Be 1
    }

    It 'is shown as lines whatever is shown before it' {
        $text = & {
            Get-BatchFlow 3001
            Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 1
            Get-BatchFlowInstance -Status Fail
            Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 2
        } | Out-String

        $text | Should -Not -Match 'LineNumber'
        [regex]::Matches($text, '(?m)^exit code 2\r?$').Count | Should -Be 2
    }

    It 'has properties for the commands that choose them' {
        $lines = Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Tail 1

        $lines | Select-Object TaskName, LineNumber, Text | Out-String | Should -Match '(?m)^forecast +\d+ exit code 2'
        $lines | Format-Table -Force | Out-String | Should -Match '(?m)^forecast +\d+ exit code 2'
    }
}
