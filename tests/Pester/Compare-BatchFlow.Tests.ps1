BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $flows = Join-Path $TestDrive flows
    Get-BatchFlow | Export-BatchFlow -Path "$flows/" -SplitCommand
}

AfterAll { Disconnect-BatchFlow }

Describe 'Compare-BatchFlow in a real shell' {
    It 'finds nothing between a service and its export' {
        Compare-BatchFlow $flows/ | Should -BeNullOrEmpty
        Compare-BatchFlow $flows/ -Quiet | Should -BeTrue
    }

    It 'shows what changed since an export, and the patch brings it into the files' {
        Set-BatchFlow 3001 -Cron '0 0 2 * * ? *' -Force

        $found = Compare-BatchFlow $flows/
        $found.Field | Should -Be 'Cron'
        ($found | Out-String) | Should -Match '~ Changed +Cron +0 30 1 \* \* \? \* -> 0 0 2 \* \* \? \*'
        Compare-BatchFlow $flows/ -Quiet | Should -BeFalse

        if (-not (Get-Command git -ErrorAction Ignore)) { Set-ItResult -Skipped -Because 'git is not installed' }
        Compare-BatchFlow $flows/ -As Text | Set-Content "$TestDrive/changes.patch" -NoNewline
        Push-Location $flows
        try { git apply ../changes.patch } finally { Pop-Location }
        $LASTEXITCODE | Should -Be 0
        Compare-BatchFlow $flows/ -Quiet | Should -BeTrue
    }
}
