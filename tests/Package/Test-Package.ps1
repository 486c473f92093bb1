<#
.SYNOPSIS
Installs a package as users do, from a folder as its repository, and runs the main job in a new shell.
.DESCRIPTION
Runs in Windows PowerShell 5.1 and in PowerShell 7. It changes the repositories and the modules of the current user, so run
it with another home folder than your own, or on a machine that is thrown away.
.PARAMETER Package
The .nupkg file.
#>
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Package)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$name = 'BatchFlows.PowerShell'
$folder = Join-Path ([IO.Path]::GetTempPath()) "batchflows-$([guid]::NewGuid().ToString('N'))"
$null = New-Item $folder -ItemType Directory
$publish = Get-Command Publish-PSResource -ErrorAction Ignore
try {
    if ($publish) {
        Register-PSResourceRepository $name -Uri $folder -Trusted
        # Before PowerShell 7.5 it takes no packages, and publishing to a folder is copying.
        if ($publish.Parameters.ContainsKey('NupkgPath')) { Publish-PSResource -NupkgPath $Package -Repository $name }
        else { Copy-Item $Package $folder }
        $found = Find-PSResource $name -Repository $name -Prerelease
        Install-PSResource $name -Repository $name -Prerelease
    }
    else {
        Register-PSRepository $name -SourceLocation $folder -InstallationPolicy Trusted
        Copy-Item $Package $folder
        $found = Find-Module $name -Repository $name -AllowPrerelease
        Install-Module $name -Repository $name -AllowPrerelease -Scope CurrentUser -Force
    }
    "Found $($found.Name) $($found.Version) $($found.Prerelease)".TrimEnd()

    $installed = Get-Module $name -ListAvailable | Select-Object -First 1
    $bill = Get-Content (Join-Path $installed.ModuleBase "$name.spdx.json") -Raw | ConvertFrom-Json
    foreach ($file in $bill.files) {
        $expected = ($file.checksums | Where-Object algorithm -EQ SHA256).checksumValue
        $actual = (Get-FileHash (Join-Path $installed.ModuleBase $file.fileName)).Hash
        if ($actual -ne $expected) { throw "$($file.fileName) was changed." }
    }
    "Installed $(@($bill.files).Count) files as the bill of materials lists them"

    # The shell may be a program of its own or be run by dotnet.
    $program = (Get-Process -Id $PID).Path
    $first = @(if ((Split-Path $program -Leaf) -match '^dotnet') { Join-Path $PSHOME 'pwsh.dll' })
    $job = 'Connect-BatchFlow -Sandbox; $flow = Export-BatchFlow -FlowId 3001; ' +
        '"Exported $($flow.FlowId), $($flow.Tasks.Count) tasks"'
    & $program @first -NoProfile -NonInteractive -Command $job
    if ($LASTEXITCODE) { throw "The new shell ended with exit code $LASTEXITCODE." }
}
finally {
    if ($publish) { Unregister-PSResourceRepository $name } else { Unregister-PSRepository $name }
    Remove-Item $folder -Recurse -Force
}
