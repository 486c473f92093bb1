BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    . "$PSScriptRoot/AfternoonSandbox.ps1"
    $sandbox = Start-AfternoonSandbox -History 8d -FlowCount 8
    $sandbox | Connect-BatchFlow
}
AfterAll {
    Disconnect-BatchFlow
    Stop-BatchFlowSandbox $sandbox
}

Describe 'Debug-BatchFlowInstance in a real shell' {
    It 'names the task that failed, its exit code, its error and what it blocked' {
        $found = Debug-BatchFlowInstance -FlowId failed_twice
        $found.Cause | Should -Be "Task 'convert' ended with exit code 2; 0 counts as success."
        $found.ErrorLine | Should -BeLike "ERROR: column 'reading' is missing*"
        $found.BlockedTasks | Should -Be publish
        $found.SeenBefore | Should -Be 1 # the run that was started by hand failed like the one before it
        $found.LastGoodRun | Get-BatchFlowInstance | ForEach-Object Status | Should -Be Success
        $found.Log[-1] | Should -Be 'exit code 2'
        # It fails twice and recovers, so there is nothing to start again.
        $found.RecoveredBy | Get-BatchFlowInstance | ForEach-Object Status | Should -Be Success
        $found.NextStep | Should -BeNullOrEmpty
    }

    It 'gives a command that mends the run' {
        $found = Debug-BatchFlowInstance -FlowId failed_upstream
        $found.NextStep | Should -BeLike 'Start-BatchFlow * -FromTask * -Wait'
        [Management.Automation.Language.Parser]::ParseInput($found.NextStep, [ref] $null, [ref] $null).EndBlock.Statements.Count |
            Should -Be 1
    }

    It 'says of a run that timed out what its limit was' {
        (Debug-BatchFlowInstance -FlowId timed_out).Cause |
            Should -Be "Task 'compute' took longer than its time limit of 1800 s."
    }

    It 'leads from a run that was skipped to the run that failed' {
        $skipped = Get-BatchFlowInstance -FlowId waits_for_upstream -Last 7d -Status Skip | Select-Object -First 1
        $found = $skipped | Debug-BatchFlowInstance
        $found.Cause | Should -BeLike "The service skipped the run. It waits for 'failed_upstream', which failed (*)."
        $found.OpenUpstream | Should -Be failed_upstream
        (Invoke-Expression $found.NextStep).TaskName | Should -Be collect
    }

    It 'finds the run that waits now, although an earlier one was skipped' {
        $found = Debug-BatchFlowInstance -FlowId waits_for_upstream
        $found.Status | Should -Be Wait
        $found.Cause | Should -BeLike "The run has not started.* It waits for 'failed_upstream', which failed (*)."
    }

    It 'finds the run that is stuck, and leads from a run behind it to it' {
        $found = Debug-BatchFlowInstance -FlowId stuck_run
        $found.Status | Should -Be Running
        $found.Cause | Should -Match ('^The run has not ended, and no task of it failed. It has run for \d+:\d\d:\d\d; ' +
            "usually it takes \d:\d\d. Running: '\w+'\.$")
        $found.NextStep | Should -BeLike 'Get-BatchFlowTaskLog *'
        Invoke-Expression $found.NextStep | Should -Not -BeNullOrEmpty
        $behind = Get-BatchFlowInstance -FlowId stuck_run -Last 1d -Status Wait | Debug-BatchFlowInstance
        $behind.Cause | Should -BeLike ("The run has not started. It has waited for *. It is behind run " +
            "$($found.FlowInstanceId) of the flow, which has not ended.")
        (Invoke-Expression $behind.NextStep).FlowInstanceId | Should -Be $found.FlowInstanceId
    }

    It 'tells what changed: parameters, and the definition since a backup' {
        Export-BatchFlow failed_twice -Path "$TestDrive/flows/" | Out-Null
        Set-BatchFlow failed_twice -Owner somebody.new -Force
        $found = Debug-BatchFlowInstance -FlowId failed_twice -Backup "$TestDrive/flows"
        $found.Changes | Should -Contain "failed_twice Owners: + 'somebody.new'"
        $found.Changes -match 'the flow was changed at .* after this run' | Should -Not -BeNullOrEmpty
        Debug-BatchFlowInstance -FlowId timed_out -Backup "$TestDrive/flows" -ErrorVariable missing -ErrorAction SilentlyContinue
        "$missing" | Should -BeLike '*timed_out.flow.json*'
    }

    It 'says of a late run how late it started, as Find-BatchFlowMissedRun does' {
        $late = Find-BatchFlowMissedRun forecast_demand -Last 7d | Where-Object Reason -EQ Late | Select-Object -Last 1
        $found = $late | Debug-BatchFlowInstance
        $found.Cause | Should -BeLike "The run succeeded. It started * late*."
        $found.Cause | Should -BeLike "*$($late.Explanation.Substring(2)).*"
        $found.Delay | Should -Be $late.Delay
        "$($found | Format-List | Out-String)" | Should -Match 'Delay +: \d+:\d\d'
        (Get-BatchFlowInstance -FlowId slow_month -Last 3d -First 1 | Debug-BatchFlowInstance).Delay | Should -BeNullOrEmpty
    }

    It 'goes on without a log that cannot be read, and says why it could not' {
        $sandbox | Set-BatchFlowSandbox -Fault AccessDenied -Count 40 -Operation 'Get Task Instance Log'
        $found = Debug-BatchFlowInstance -FlowId failed_twice -ErrorVariable failures
        $sandbox | Set-BatchFlowSandbox -ClearFaults
        $failures | Should -BeNullOrEmpty
        $found.Cause | Should -Be "Task 'convert' ended as Fail. Its log could not be read."
        $found.BlockedTasks | Should -Be publish
        $found | Format-List | Out-String | Should -Match 'LogNotRead +: Get Task Instance Log'
        $found.FailuresCompared | Should -Be 0
    }

    It 'reports on each run of a list' {
        $failed = Get-BatchFlowInstance -Last 8d -Status Fail -First 3
        ($failed | Debug-BatchFlowInstance).FlowInstanceId | Should -Be $failed.FlowInstanceId
    }

    It 'looks at the run in trouble of each flow of the pipeline, as -FlowId does' {
        $flows = 'failed_twice', 'timed_out', 'slow_month', 'nFlow'
        $found = Get-BatchFlow $flows | Debug-BatchFlowInstance -WarningVariable warning -WarningAction SilentlyContinue
        $found.FlowName | Should -Be failed_twice, timed_out
        $found.FlowInstanceId | Should -Be (Debug-BatchFlowInstance -FlowId $flows -WarningAction SilentlyContinue).FlowInstanceId
        "$warning" | Should -BeLike "Flows without a failed, skipped or open run within -Last: *'nFlow', *'slow_month'."
        # A run stays a run, although it carries the ID of its flow as well.
        $first = Get-BatchFlowInstance -FlowId failed_twice -Last 8d -First 1
        ($first | Debug-BatchFlowInstance).FlowInstanceId | Should -Be $first.FlowInstanceId
        (Measure-BatchFlow failed_twice | Debug-BatchFlowInstance).FlowInstanceId | Should -Be $found[0].FlowInstanceId
    }

    It 'says that nothing failed' {
        Debug-BatchFlowInstance -FlowId slow_month -WarningVariable warning -WarningAction SilentlyContinue |
            Should -BeNullOrEmpty
        "$warning" | Should -BeLike 'Flows without*: *slow_month*'
        (Get-BatchFlowInstance -FlowId slow_month -Last 3d -First 1 | Debug-BatchFlowInstance).Cause |
            Should -Be 'The run succeeded.'
    }

    It 'finds the flow of a task that the run waits for' {
        $upstream = Start-BatchFlow etl_meter_readings | Stop-BatchFlowInstance -Wait -PassThru
        $found = Start-BatchFlow bill_customers | Debug-BatchFlowInstance
        $found.Cause | Should -Be ("The run has not started. It waits for 'etl_meter_readings/load_readings', " +
            "which was cancelled ($($upstream.FlowInstanceId)).")
        $found.OpenUpstream | Should -Be etl_meter_readings
        $found.NextStep | Should -Be "Debug-BatchFlowInstance $($upstream.FlowInstanceId)"
    }
}
