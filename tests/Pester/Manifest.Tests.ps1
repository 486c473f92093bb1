BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    $script:folder = Resolve-Path "$PSScriptRoot/../../out"
}

Describe 'The manifest' {
    It 'is plain data' {
        $data = Import-PowerShellDataFile "$folder/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1"

        $data.RootModule | Should -Be 'BatchFlows.PowerShell.psm1'
        $data.CmdletsToExport | Should -Contain 'Get-BatchFlow'
    }

    # While the engine works on a manifest that is no plain data, other runspaces do not find the commands.
    It 'lets many runspaces find the commands at once' {
        $script = "`$env:PSModulePath = '$folder' + [IO.Path]::PathSeparator + `$env:PSModulePath;" +
            '1..16 | ForEach-Object -Parallel { @(Get-BatchFlowConnection).Count } -ThrottleLimit 16'

        Invoke-Shell -NonInteractive -Command $script 2>&1 | Select-Object -Unique | Should -Be 0
    }
}
