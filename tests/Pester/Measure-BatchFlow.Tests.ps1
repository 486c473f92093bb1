BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    . "$PSScriptRoot/AfternoonSandbox.ps1"
    $past = Start-AfternoonSandbox -History 30d -FlowCount 12
    $past | Connect-BatchFlow
}

AfterAll {
    Disconnect-BatchFlow
    $past | Stop-BatchFlowSandbox
}

Describe 'Measure-BatchFlow over a month whose story is known' {
    It 'shows that a flow got slow over the month, and no other' {
        $flows = Measure-BatchFlow -Last 30d

        ($flows | Where-Object FlowName -EQ slow_month).Trend | Should -BeGreaterThan 0.2
        ($flows | Where-Object { $_.Trend -gt 0.2 }).FlowName | Should -Be slow_month
    }

    It 'shows the task that is slow' {
        $flow = Measure-BatchFlow slow_month -Last 30d -Detailed

        $flow.SlowestTasks[0].TaskName | Should -Be aggregate
        $flow.CriticalPath.TaskName | Should -Be extract, aggregate, publish
        $flow.Median | Should -BeGreaterThan ([timespan] '00:15')
        $flow.Retries | Should -Be 0
    }

    It 'shows what the retries of a flaky task cost, although each run succeeded' {
        $tasks = Measure-BatchFlow flaky_task -By Task

        ($tasks | Where-Object TaskName -EQ fetch).Retries | Should -BeIn 19, 20, 21
        ($tasks | Where-Object TaskName -EQ fetch).RetryTime | Should -BeGreaterThan ([timespan] '00:20')
        ($tasks | Where-Object TaskName -EQ store).Retries | Should -Be 0
        (Measure-BatchFlow flaky_task).SuccessRate | Should -Be 1
    }

    It 'shows the two failures of a flow and its success after them' {
        $flow = Measure-BatchFlow failed_twice -Last 10d

        $flow.FailedCount | Should -Be 2
        $flow.LastResults[-1] | Should -Be Success
        $flow.LastResults -join ' ' | Should -Match 'Fail Fail Success'
    }

    It 'shows runs that are stuck, waiting and skipped' {
        $stuck, $waits = Measure-BatchFlow stuck_run, waits_for_upstream

        $stuck.LastResults | Should -Contain Running
        $stuck.OpenCount | Should -BeGreaterOrEqual 1
        $waits.SkippedCount | Should -BeGreaterOrEqual 1
    }

    It 'counts each run once by flow and by day' {
        $window = @{ After = (Get-Date).AddDays(-5); Before = (Get-Date).AddDays(-1) }
        $count = (Get-BatchFlowInstance @window | Measure-Object).Count

        foreach ($by in 'Flow', 'Day') {
            (Measure-BatchFlow @window -By $by | Measure-Object Runs -Sum).Sum | Should -Be $count
        }
        (Measure-BatchFlow @window -By Owner).Owner | Should -Contain anna.keller
    }

    It 'measures flows of the pipeline in their order, those without runs too' {
        'slow_month', 3006, 'flaky_task' | Measure-BatchFlow | ForEach-Object { "$($_.FlowId) $($_.Runs -gt 0)" } |
            Should -Be '3101 True', '3006 False', '3102 True'
        (Get-BatchFlow | Measure-BatchFlow | Measure-Object).Count | Should -Be (Get-BatchFlow | Measure-Object).Count
    }

    It 'lists the organisation once for many flows' {
        $past.Service.ResetCounters()
        $many = Get-BatchFlow | Measure-BatchFlow -Last 2d
        $calls = $past.Service.CallCounts['List Flow Instances']
        $past.Service.ResetCounters()
        $all = Measure-BatchFlow -Last 2d

        $past.Service.CallCounts['List Flow Instances'] | Should -Be $calls
        $past.Service.CallCounts.Keys | Should -Be 'List Flow Instances'
    }

    It 'goes into other commands and files' {
        Measure-BatchFlow slow_month | Get-BatchFlow | ForEach-Object FlowName | Should -Be slow_month
        $csv = Measure-BatchFlow slow_month | ConvertTo-Csv | ConvertFrom-Csv
        $csv.LastResults | Should -Match '^Success, '
        [timespan] $csv.Median | Should -BeGreaterThan ([timespan] '00:10')
    }

    It 'shows a strip of results and a row of durations in a table' {
        $text = Measure-BatchFlow failed_twice -Last 10d | Out-String -Width 79

        $text | Should -Match 'xx\+'
        ($text.Split("`n") | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}

Describe 'Measure-BatchFlow when something is wrong' {
    It 'reports a flow that does not exist, and measures the others' {
        $flows = Measure-BatchFlow nowhere, slow_month -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed[0].FullyQualifiedErrorId | Should -Be 'FlowNotFound,BatchFlows.Commands.MeasureBatchFlowCommand'
        $flows.FlowName | Should -Be slow_month
    }

    It 'gives no figures of a part when a list fails' {
        Set-BatchFlowSandbox -Fault ServiceFailed -Count 50 -Operation 'List Flow Instances'
        $flows = Measure-BatchFlow -Last 1d -ErrorVariable failed -ErrorAction SilentlyContinue
        Set-BatchFlowSandbox -ClearFaults

        $flows | Should -BeNullOrEmpty
        $failed | Should -Not -BeNullOrEmpty
    }

    It 'refuses a window that is empty' {
        { Measure-BatchFlow -Last 0 } | Should -Throw '*-Last must be longer than zero*'
        { Measure-BatchFlow -After 2026-02-01 -Before 2026-01-01 } | Should -Throw '*The window is empty*'
    }
}
