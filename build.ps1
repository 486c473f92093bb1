<#
.SYNOPSIS
The build for people who have PowerShell. It calls what `dotnet build` and `dotnet test` do anyway.
.PARAMETER Task
Build stages the module in out/, Test runs the tests, Pester runs those that need this very shell, Install copies the staged
module into the current user's module folder.
.PARAMETER Configuration
Debug or Release.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateSet('Build', 'Test', 'Pester', 'Install')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$staged = Join-Path $PSScriptRoot 'out/BatchFlows.PowerShell'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE) { throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE." }
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        Build { Invoke-Dotnet build --configuration $Configuration }
        Test { Invoke-Dotnet test --configuration $Configuration }
        Pester {
            if (-not (Test-Path $staged)) { Invoke-Dotnet build --configuration $Configuration }
            Import-Module Pester -MinimumVersion 5.0
            $result = Invoke-Pester -Path tests/Pester -PassThru
            if ($result.Result -ne 'Passed') { throw "$($result.FailedCount) Pester tests failed." }
        }
        Install {
            Invoke-Dotnet build --configuration $Configuration
            $version = (Test-ModuleManifest "$staged/BatchFlows.PowerShell.psd1").Version
            $modules = if ($IsWindows -eq $false) { Join-Path $HOME '.local/share/powershell/Modules' }
            elseif ($PSEdition -eq 'Core') { Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'PowerShell/Modules' }
            else { Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'WindowsPowerShell/Modules' }
            $target = Join-Path $modules "BatchFlows.PowerShell/$version"
            if ($PSCmdlet.ShouldProcess($target, 'Install BatchFlows.PowerShell')) {
                if (Test-Path $target) { Remove-Item $target -Recurse -Force }
                $null = New-Item $target -ItemType Directory -Force
                Copy-Item "$staged/*" $target -Recurse -Force
            }
        }
    }
}
finally { Pop-Location }
