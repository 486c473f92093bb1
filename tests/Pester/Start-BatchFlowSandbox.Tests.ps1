BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Start-BatchFlowSandbox in a real shell' {
    It 'runs beside another one, each by its own' {
        $other = Start-BatchFlowSandbox -Flows 3

        $other | Connect-BatchFlow -Name other
        (Get-BatchFlow load_* | Measure-Object).Count | Should -Be 3
        (Get-BatchFlow load_* -Connection sandbox | Measure-Object).Count | Should -Be 0

        Disconnect-BatchFlow other
        $other | Stop-BatchFlowSandbox
    }

    It 'takes its number of flows under the name of 0.1.0, too' {
        (Get-Command Start-BatchFlowSandbox).ResolveParameter('Flows').Name | Should -Be 'FlowCount'
    }

    It 'makes up a past, with flows of which it is known what happened' {
        $past = Start-BatchFlowSandbox -History 8d -FlowCount 4 -Seed 7
        $past | Connect-BatchFlow -Name past

        (Get-BatchFlow -Connection past load_* | Measure-Object).Count | Should -Be 4
        Get-BatchFlow -Connection past slow_month, flaky_task, failed_twice, timed_out, stuck_run, failed_upstream, waits_for_upstream |
            Should -HaveCount 7
        $runs = Get-BatchFlowInstance -Connection past -Last 8d
        ($runs | Where-Object FlowName -EQ stuck_run | Sort-Object TriggerTime)[-1].Status | Should -BeIn Running, Wait
        ($runs | Where-Object FlowName -EQ flaky_task).Status | Should -Not -Contain Fail
        @($runs | Where-Object { $_.FlowName -eq 'failed_twice' -and $_.Status -eq 'Fail' }).Count | Should -Be 2
        @($runs | Where-Object { $_.FlowName -eq 'waits_for_upstream' -and $_.Status -eq 'Skip' }).Count | Should -BeGreaterOrEqual 1

        Disconnect-BatchFlow past
        $past | Stop-BatchFlowSandbox
    }

    It 'has its past in the zone it is given' {
        $past = Start-BatchFlowSandbox -History 2d -UtcOffset -03:30
        $past | Connect-BatchFlow -Name past
        $run = Get-BatchFlow -Connection past slow_month | Get-BatchFlowInstance -First 1

        $run.TriggerTime.Instant.ToString('HH:mm zzz') | Should -Be '01:00 -03:30'
        Disconnect-BatchFlow past
        $past | Stop-BatchFlowSandbox
        { Start-BatchFlowSandbox -UtcOffset 15:00 } | Should -Throw '*at most 14 hours*'
    }

    It 'needs a past for a seed, and a past of at most a year' {
        { Start-BatchFlowSandbox -Seed 7 } | Should -Throw '*-Seed requires -History*'
        { Start-BatchFlowSandbox -History 400d } | Should -Throw '*at most a year*'
        { Start-BatchFlowSandbox -History 0 } | Should -Throw '*longer than zero*'
    }

    It 'has no second past' {
        $past = Start-BatchFlowSandbox -History 1h
        Set-BatchFlowSandbox $past -SavePath "$TestDrive/past.json"
        $past | Stop-BatchFlowSandbox

        { Start-BatchFlowSandbox "$TestDrive/past.json" -History 1h } | Should -Throw '*has a history already*'
    }

    It 'serves whatever speaks HTTP' {
        $answer = Invoke-WebRequest (Get-BatchFlowSandbox).Gateway -SkipHttpErrorCheck

        [int] $answer.StatusCode | Should -BeGreaterOrEqual 400
    }
}
