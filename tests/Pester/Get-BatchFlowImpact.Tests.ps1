BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $flows = Join-Path $TestDrive flows
    $null = Backup-BatchFlow $flows
    # Monday morning, in the server's zone.
    $at = @{ After = '2090-03-06T10:00+08:00' }
    function Shown { process { "$($_.Effect) $($_.FlowName) $('{0:yyyy-MM-dd HH}' -f $_.FirstFelt) $($_.TaskNames -join ', ')" } }
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowImpact in a real shell' {
    It 'tells who waits when an upstream is paused, and when first' {
        Get-BatchFlowImpact 3001 -Of Disable @at | Shown | Should -Be @(
            'Waits forecast_demand 2090-03-07 01 forecast, publish_forecast'
            'Waits ../reports/CON:weekly 2090-03-13 06 render_report, mail_report'
            'Waits bill_customers  close_month, rate_consumption, write_invoices, book_revenue')
    }

    It 'is of a failure without -Of, and of a delay with -By' {
        (Get-BatchFlowImpact 3001 @at).Cause | Should -Be (@('Fail') * 3)
        (Get-BatchFlowImpact 3001 @at | Shown) | Should -Be (Get-BatchFlowImpact 3001 -Of Fail @at | Shown)
        (Get-BatchFlowImpact 3001 -By 2h @at).Cause | Should -Contain Delay
        (Get-BatchFlowImpact 3001 -Of delay -By 2h @at).Cause | Should -Contain Delay
        { Get-BatchFlowImpact 3001 -Of disable -TaskName load_readings @at } | Should -Throw 'A task has no schedule*'
        # A variable that was never set does not become a default.
        { Get-BatchFlowImpact 3001 -Of $neverSet @at } | Should -Throw "*'Of'*"
        { Get-BatchFlowImpact 3001 -Of Fail -By 2h @at } | Should -Throw '*-By belongs to -Of Delay*'
    }

    It 'tells who never runs when it is removed' {
        (Get-BatchFlowImpact 3001 -Of Remove @at).Effect | Should -Be (@('NeverRuns') * 3)
        Get-BatchFlowImpact 3006 -Of Remove @at | Should -BeNullOrEmpty
    }

    It 'tells which tasks a failed task stops, in its flow and in others' {
        Get-BatchFlowImpact 3001 -Of Fail -TaskName load_readings @at | Select-Object -First 2 | Shown | Should -Be @(
            'NeverRuns etl_meter_readings 2090-03-07 01 drop_staging_files'
            'Waits forecast_demand 2090-03-07 01 forecast, publish_forecast')
    }

    It 'tells how late others start' {
        $late = Get-BatchFlowImpact 3001 -Of Delay -By 2h @at
        $late[0].LateBy | Should -Be ([timespan]'02:00')
        $late[0].FirstFelt.Offset | Should -Be ([timespan]'08:00')
    }

    It 'says the same of files, but for durations' {
        foreach ($cause in 'Disable', 'Remove', 'Fail') {
            Get-BatchFlowImpact etl_meter_readings -Of $cause -Path $flows -TimeZone GMT+8 @at | Shown |
                Should -Be @(Get-BatchFlowImpact etl_meter_readings -Of $cause @at | Shown)
        }
    }

    It 'knows paused schedules' {
        Disable-BatchFlow 3003 -Force
        try {
            $paused = Get-BatchFlowImpact 3001 -Of Fail @at | Where-Object FlowId -eq 3003
            $paused.FirstFelt | Should -BeNullOrEmpty
            $paused.Doubt | Should -Be 'Its schedule is paused.'
        } finally { Enable-BatchFlow 3003 -Force }
        Get-BatchFlowImpact 3006 -Of Disable -WarningVariable warned -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warned | Should -Match 'already paused'
    }

    It 'gives its flows to other commands' {
        (Get-BatchFlowImpact 3001 -Of Fail | Get-BatchFlow).FlowName | Sort-Object |
            Should -Be '../reports/CON:weekly', 'bill_customers', 'forecast_demand'
    }

    It 'refuses what means nothing' {
        { Get-BatchFlowImpact 3001 -Of Delay } | Should -Throw '*requires -By*'
        { Get-BatchFlowImpact 3001 -Of Delay -By -5 } | Should -Throw '*requires -By*'
        { Get-BatchFlowImpact 3001 -Of Fail -By 1h } | Should -Throw '*belongs to -Of Delay*'
        { Get-BatchFlowImpact 3001 -Of Disable -TaskName load_readings } | Should -Throw '*no schedule to pause*'
        { Get-BatchFlowImpact 3001 -Of Fail -TimeZone Nowhere/Land } | Should -Throw "*'Nowhere/Land' is unknown*"
    }
}
