# Runs another shell like this one, which may be a program of its own or be run by dotnet.
function Invoke-Shell {
    $program, $first = [Environment]::ProcessPath, @()
    if ((Split-Path $program -LeafBase) -eq 'dotnet') { $first = @("$PSHOME/pwsh.dll") }
    $input | & $program @first -NoProfile @args
}
