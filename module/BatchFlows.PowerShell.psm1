# The manifest stays plain data, which the engine reads at once when several runspaces look for a command.
Import-Module "$PSScriptRoot/bin/$PSEdition/BatchFlows.PowerShell.dll"
