BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force

    # What a sandbox holds after commands with times, numbers and names that ran in a culture, as it wrote it.
    function Get-StateAfterCommand([cultureinfo] $Culture) {
        $before = [cultureinfo]::CurrentCulture
        $sandbox = Start-BatchFlowSandbox
        $sandbox | Connect-BatchFlow -Name culture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            Set-BatchFlowSandbox $sandbox -Speed 0 -Time 2026-04-01T10:00:00Z
            Set-BatchFlow 3001 -StartTime 2026-03-01 -Parameter @{ rate = 0.5; big = 1234567.25; day = [datetime]::new(2026, 3, 1) }
            Set-BatchFlow 3002 -StartTime ([datetimeoffset]'2026-03-02T00:30:00+14:00')
            $runs = @(
                Start-BatchFlow 3001 -BusinessDate 2026-03-01 -Parameter @{ rate = 0.5 }
                Start-BatchFlow 3002 -TriggerTime '2026-03-01 08:30:00.5+08:00'
                Start-BatchFlow 3004 -TriggerTime ([datetimeoffset]'2026-03-01T08:30Z').UtcDateTime
            )
            $null = Invoke-BatchFlowApi flows search @{ expression = ''; rate = 0.5; pagination = @{ pageNo = 1; pageSize = 2 } }
            Get-BatchFlow -Name BILL_CUSTOMERS, FORE*, *IN* | ForEach-Object { "$($_.FlowId) $($_.FlowName)" }
            Get-BatchFlowInstance -After 2026-03-01 -Before '2026-03-02' | ForEach-Object {
                # The run for a business date starts at the time of day that it is.
                if ($_.FlowId -eq 3001) { "$($_.FlowInstanceId.Substring(0, 13)) $($_.BusinessDate)" }
                else { "$_ $($_.TriggerTime) $($_.Duration)" }
            }
            (Get-BatchFlowDirectory ENERG*, *IVE).Path
            (Get-BatchFlowConnection CULTURE).Name
            "$((Get-BatchFlow 3001).StartTime) $('{0:yyyy-MM-dd}' -f (Get-BatchFlow 3001).StartTime) $(Get-BatchFlowServerTime)"
            try { Get-BatchFlowInstance -After 2026-03-02 -Before 2026-03-01 } catch { $_.Exception.Message }
            3001, 3002 | ForEach-Object {
                Invoke-BatchFlowApi flows loadForEdit -Query @{ flowId = $_ } | Select-Object startTime, parameters | ConvertTo-Json
            }
            $runs[1, 2] | ForEach-Object { $_.ToJson() -replace '"graph".*' }
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
            Disconnect-BatchFlow culture
            Stop-BatchFlowSandbox $sandbox
        }
    }

    $script:expected = Get-StateAfterCommand ([cultureinfo]::InvariantCulture)
}

Describe 'Commands in every culture' {
    It 'send and compare the same in <_>' -ForEach 'th-TH', 'ar-SA', 'fa-IR', 'tr-TR', 'de-DE', 'ja-JP' {
        $found = Get-StateAfterCommand $_

        $found.Count | Should -BeGreaterThan 12
        for ($i = 0; $i -lt $expected.Count; $i++) { $found[$i] | Should -BeExactly $expected[$i] }
    }

    It 'take no other text than ISO for a time' {
        { Set-BatchFlow 3001 -StartTime 01.03.2026 } | Should -Throw '*ISO*'
    }
}
