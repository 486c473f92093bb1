BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-BatchFlowSandbox -Speed 1000
}

AfterAll { Disconnect-BatchFlow }

Describe 'Wait-BatchFlowInstance in a real shell' {
    It 'waits for many, and tells the failed one by its error' {
        $failed = (Get-BatchFlowInstance -Status Fail).FlowInstanceId

        $runs = @(Start-BatchFlow 3001, 3002 | Select-Object -ExpandProperty FlowInstanceId) + $failed |
            Wait-BatchFlowInstance -PassThru -ErrorVariable errors -ErrorAction SilentlyContinue

        ($runs | Group-Object Status | Sort-Object Name).Name | Should -Be 'Fail', 'Success'
        $errors.FullyQualifiedErrorId | Should -BeLike 'InstanceFailed,*'
    }

    It 'ends a script of its own with an exit code' {
        $module = (Get-Module BatchFlows.PowerShell).Path
        $null = Invoke-Shell -Command "`$ErrorActionPreference = 'Stop'; Import-Module '$module'; Connect-BatchFlow -Sandbox; Get-BatchFlowInstance -Status Fail | Wait-BatchFlowInstance" 2>&1

        $LASTEXITCODE | Should -Be 1
    }
}
