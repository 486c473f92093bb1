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
        'Get-BatchFlowSchedule -Next 2'
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

    It 'count the tasks also where a job returned only their names' {
        Get-BatchFlow 3003 | Format-List TaskCount | Out-String | Should -Match 'TaskCount : 3'
        Get-BatchFlow 3003 | Copy-ByDepth 1 | Format-List TaskCount | Out-String | Should -Match 'TaskCount : 3'
    }
}

Describe 'Marks and colours of the views' {
    BeforeAll {
        . "$PSScriptRoot/Shell.ps1"
        $script = "Import-Module '$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1'; Connect-BatchFlow -Sandbox; "
        $show = 'Get-BatchFlow 3001, 3006 | Out-Default; Get-BatchFlowInstance -Status Fail | Out-Default; Get-BatchFlowDirectory | Out-Default'
    }

    It 'are not in redirected output' {
        $text = Invoke-Shell -NonInteractive -Command "$script `$PSStyle.OutputRendering = 'Host'; $show" | Out-String

        $text | Should -Not -Match '[^\x00-\x7f]|\e[^m]+m(on|off|Fail)'
        $text | Should -Match '(?s)3001 on .*3006 off.*Fail .*\|- energy'
    }

    It 'are not shown with NO_COLOR' {
        $env:NO_COLOR = '1'
        try { $text = Invoke-Shell -NonInteractive -Command "$script $show" | Out-String }
        finally { $env:NO_COLOR = $null }

        $text | Should -Not -Match '[^\x00-\x7f]|\e'
        $text | Should -Match '(?s)3001 on .*3006 off.*Fail .*\|- energy'
    }

    It 'are shown where somebody asks for them' {
        $text = Invoke-Shell -NonInteractive -Command ("[Console]::OutputEncoding = [Text.Encoding]::UTF8; $script" +
            "`$PSStyle.OutputRendering = 'Ansi'; (Get-BatchFlowInstance -Status Fail | Out-String).Contains([char] 0x2717 + ' Fail' + `$PSStyle.Reset)")

        $text | Should -Contain 'True'
    }

    It 'are plain where there is no $PSStyle, as in Windows PowerShell' {
        [BatchFlows.ViewMarks]::Status('Fail', $null) | Should -BeExactly 'Fail'
        [BatchFlows.ViewMarks]::OnOff($false, $null) | Should -BeExactly 'off'
        [BatchFlows.ViewMarks]::Tree((Get-BatchFlowDirectory energy/meters).Tree, $null) | Should -BeExactly '|  |- meters'
    }

    It 'shows failed tasks by their own names' {
        $run = Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance | Select-Object -First 1

        $run | Format-List FailedTasks | Out-String | Should -Match "\{$($run.FailedTasks[0].TaskName)\}"
    }
}
