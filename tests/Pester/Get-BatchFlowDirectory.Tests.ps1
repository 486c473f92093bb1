BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Get-BatchFlowDirectory in a real shell' {
    It 'is drawn as a tree' {
        $tree = Get-BatchFlowDirectory | Format-Table -View Tree | Out-String

        $tree | Should -Match '(?m)^(├─|\|-) energy '
        $tree | Should -Match '(?m)^(│|\|)  (├─|\|-) meters '
    }

    It 'goes into the standard tooling' {
        $directories = Get-BatchFlowDirectory

        ($directories | Sort-Object { $_.Flows.Count } | Select-Object -First 1).Flows.Count | Should -Be 0
        ($directories | Select-Object Path, DirectoryId | ConvertTo-Json | ConvertFrom-Json).Path | Should -Be $directories.Path
    }

    It 'is caught when it is not there' {
        { Get-BatchFlowDirectory nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'DirectoryNotFound,*'
    }

    It 'writes JSON that does not grow with the directories above' {
        $json = Get-BatchFlowDirectory energy/meters | ConvertTo-Json -Depth 100
        $alone = $json.Length
        1..30 | ForEach-Object { New-BatchFlowDirectory "beside$_/below" } | Out-Null

        (Get-BatchFlowDirectory energy/meters | ConvertTo-Json -Depth 100).Length | Should -Be $alone
    }
}
