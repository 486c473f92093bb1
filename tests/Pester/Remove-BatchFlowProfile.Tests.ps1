BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $env:XDG_CONFIG_HOME, $settings = (New-Item "$TestDrive/settings" -ItemType Directory).FullName, $env:XDG_CONFIG_HOME
}

AfterAll { $env:XDG_CONFIG_HOME = $settings }

Describe 'Remove-BatchFlowProfile in a real shell' {
    BeforeEach { 'one', 'two', 'o*' | ForEach-Object { Set-BatchFlowProfile $_ https://apim.example.com o u } }

    It 'removes what is named, also by wildcards and from the pipeline' {
        Remove-BatchFlowProfile TWO
        (Get-BatchFlowProfile).Name | Should -Be 'one', 'o*'
        Remove-BatchFlowProfile 'o*'
        (Get-BatchFlowProfile).Name | Should -Be 'one'
        Get-BatchFlowProfile | Remove-BatchFlowProfile
        Get-BatchFlowProfile | Should -BeNullOrEmpty
    }

    It 'removes nothing by -WhatIf' {
        Remove-BatchFlowProfile * -WhatIf
        (Get-BatchFlowProfile).Count | Should -Be 3
    }

    It 'reports a name that no profile has' {
        { Remove-BatchFlowProfile three -ErrorAction Stop } | Should -Throw -ErrorId 'ProfileNotFound,*'
        { Remove-BatchFlowProfile x* -ErrorAction Stop } | Should -Not -Throw
    }
}
