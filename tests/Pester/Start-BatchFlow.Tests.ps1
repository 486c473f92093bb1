BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-BatchFlowSandbox -Speed 1000
}

AfterAll { Disconnect-BatchFlow }

Describe 'Start-BatchFlow in a real shell' {
    It 'tells which task failed to who catches it' {
        $sandbox = Get-BatchFlowSandbox
        $sandbox.Service.PutFlow(7, '{"name":"fails","cycle":"D","type":0,"tasks":[{"name":"t","cmd":"exit 3","successCode":"0"}]}')

        $failed = try { Start-BatchFlow 7 -Wait -ErrorAction Stop } catch [BatchFlows.InstanceFailedException] { $_.Exception.Instance.FailedTasks }

        $failed | Select-Object -Last 1 -ExpandProperty TaskName | Should -Be 't'
    }

    It 'starts flows in parallel runspaces with one connection' {
        $connection = Get-BatchFlowConnection sandbox
        $module = (Get-Module BatchFlows.PowerShell).Path

        $runs = 3001, 3002, 3003 | ForEach-Object -Parallel {
            Import-Module $using:module
            Start-BatchFlow $_ -Connection $using:connection
        }

        $runs.FlowId | Sort-Object | Should -Be 3001, 3002, 3003
    }

    It 'takes dates as Get-Date gives them' {
        $run = Start-BatchFlow 2924 -BusinessDate (Get-Date).AddDays(-7)

        $run.TriggerTime.Value.Date | Should -BeLessThan (Get-Date).Date
    }
}
