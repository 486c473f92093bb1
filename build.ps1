<#
.SYNOPSIS
Builds the module, for people who have PowerShell. Each task is one call of dotnet, which can be typed as well.
.PARAMETER Task
Build stages the module in out/. Test runs the tests. Pester runs those that need this very shell. Pack makes the package
of the PowerShell Gallery in out/package. Install puts the module into the folder of the current user's modules, or into
-Destination.
.PARAMETER Configuration
Debug or Release. Default: Debug; Pack and Install: Release.
.PARAMETER Prerelease
Label of a prerelease, such as beta1, for Pack and Install.
.PARAMETER Destination
Folder for modules in which Install creates BatchFlows.PowerShell/<version>.
.EXAMPLE
./build.ps1 -Task Pack -Prerelease beta1
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateSet('Build', 'Test', 'Pester', 'Pack', 'Install')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration,

    [ValidatePattern('^[A-Za-z][0-9A-Za-z]*$')]
    [string] $Prerelease,

    [string] $Destination
)

$ErrorActionPreference = 'Stop'
$module = Join-Path $PSScriptRoot 'src/BatchFlows.PowerShell'
$label = @(if ($Prerelease) { "-p:Prerelease=$Prerelease" })

function Invoke-Dotnet {
    if (-not $PSCmdlet.ShouldProcess("dotnet $($args -join ' ')", 'Run')) { return }
    & dotnet @args
    if ($LASTEXITCODE) { throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE." }
}

function Get-ModuleFolder {
    if ($Destination) { return $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination) }
    if ($IsWindows -eq $false) { return Join-Path $HOME '.local/share/powershell/Modules' }
    $edition = if ($PSEdition -eq 'Core') { 'PowerShell' } else { 'WindowsPowerShell' }
    Join-Path ([Environment]::GetFolderPath('MyDocuments')) "$edition/Modules"
}

Push-Location $PSScriptRoot
try {
    foreach ($one in $Task) {
        $default = if ($one -in 'Pack', 'Install') { 'Release' } else { 'Debug' }
        $kind = if ($Configuration) { $Configuration } else { $default }
        switch ($one) {
            Build { Invoke-Dotnet build --configuration $kind }
            Test { Invoke-Dotnet test --configuration $kind }
            Pester {
                if (-not (Test-Path out/BatchFlows.PowerShell)) { Invoke-Dotnet build --configuration $kind }
                if ($PSCmdlet.ShouldProcess('tests/Pester', 'Run')) {
                    Import-Module Pester -MinimumVersion 5.0
                    $result = Invoke-Pester -Path tests/Pester -PassThru
                    if ($result.Result -ne 'Passed') { throw "$($result.FailedCount) Pester tests failed." }
                }
            }
            Pack { Invoke-Dotnet pack $module --configuration $kind @label }
            Install {
                # Staging into the folder is installing: it writes what ships and removes what an older build left.
                $version = (Import-PowerShellDataFile module/BatchFlows.PowerShell.psd1).ModuleVersion
                $target = Join-Path (Get-ModuleFolder) "BatchFlows.PowerShell/$version"
                Invoke-Dotnet build $module --configuration $kind "-p:StagedModule=$target/" @label
            }
        }
    }
}
finally { Pop-Location }
