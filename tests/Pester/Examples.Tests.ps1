BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $examples = foreach ($name in (Get-Command -Module BatchFlows.PowerShell).Name) {
        foreach ($example in (Get-Help $name).Examples.Example) { @{ From = $name; Code = $example.Code } }
    }
    $readme = [regex]::Matches((Get-Content "$PSScriptRoot/../../README.md" -Raw), '(?s)```powershell\n(.+?)```') | ForEach-Object {
        $block = $_.Groups[1].Value -replace '(?s)^PS> (.*?)\n.*', '$1'
        $block -split '\n\n' | ForEach-Object { @{ From = 'README'; Code = $_ } }
    }
}

Describe 'Examples in a real shell' {
    BeforeAll { Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force }

    BeforeEach {
        $folder = New-Item "$TestDrive/$([guid]::NewGuid())" -ItemType Directory
        Push-Location $folder
        $env:XDG_CONFIG_HOME, $settings = $folder.FullName, $env:XDG_CONFIG_HOME
        Connect-BatchFlow -Sandbox
        $sandbox = Get-BatchFlowSandbox
        $env:BATCHFLOWS_ACCESS_KEY = $sandbox.Service.AccessKey
        $env:BATCHFLOWS_SECRET_KEY = [Net.NetworkCredential]::new('', $sandbox.Service.SecretKey).Password
        'prod', 'test' | ForEach-Object { Set-BatchFlowProfile $_ $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId -ReadOnly }
    }

    AfterEach {
        Get-BatchFlowConnection | Disconnect-BatchFlow
        Stop-BatchFlowSandbox
        $env:XDG_CONFIG_HOME = $settings
        $env:BATCHFLOWS_ACCESS_KEY = $env:BATCHFLOWS_SECRET_KEY = $null
        Pop-Location
    }

    # There is no gateway at the address that stands for the reader's own, and the module lies elsewhere than a reader's.
    It 'of <From> run: <Code>' -ForEach (@($examples) + $readme | Where-Object Code -NotMatch 'example\.com|Import-Module|Install-PSResource') {
        $ConfirmPreference = 'None'
        $ErrorActionPreference = 'Stop'
        if ($Code -match 'Test-BatchFlow ./flows') { Get-BatchFlow | Export-BatchFlow -Path ./flows | Out-Null }
        if ($Code -match 'Wait|Follow') { Set-BatchFlowSandbox -Speed 1000 }
        if ($Code -match '\./flows') { $null = Backup-BatchFlow ./flows }

        { . ([scriptblock]::Create($Code)) } | Should -Not -Throw
    }
}
