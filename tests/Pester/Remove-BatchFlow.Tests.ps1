BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Remove-BatchFlow in a real shell' {
    It 'asks, and without an answer removes nothing' {
        $module = (Get-Module BatchFlows.PowerShell).Path
        $said = Invoke-Shell -NonInteractive -Command "Import-Module '$module'; Connect-BatchFlow -Sandbox; try { Remove-BatchFlow 3006 } catch { 'asked' }; (Get-BatchFlow 3006).FlowName"

        $said | Should -Be 'asked', 'migrate_legacy_tariffs'
    }

    It 'tells the dependents to who catches it' {
        $dependents = try { Remove-BatchFlow 3001 -Confirm:$false -ErrorAction Stop } catch [BatchFlows.FlowServiceException] { $_.Exception.Dependents }

        $dependents.FlowName | Sort-Object | Should -Be '../reports/CON:weekly', 'bill_customers', 'forecast_demand'
    }

    It 'removes what was picked' {
        Get-BatchFlow | Where-Object FlowName -Match '^migrate' | Remove-BatchFlow -Confirm:$false

        Get-BatchFlow migrate* | Should -BeNullOrEmpty
    }
}
