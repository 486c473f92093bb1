BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-Location $TestDrive
    $env:XDG_CONFIG_HOME, $settings = "$TestDrive", $env:XDG_CONFIG_HOME
    Set-BatchFlowProfile prod https://apim.example.com o1 u1
    $null = New-Item zzfile.json
    $null = Backup-BatchFlow flows
    # The engine's own parameters, such as -First, are not ours to complete.
    $engine = [Management.Automation.Internal.CommonParameters].GetProperties().Name +
        'WhatIf', 'Confirm', 'First', 'Skip', 'IncludeTotalCount'
    $files = 'Backup-BatchFlow -Path', 'Restore-BatchFlow -Path', 'Test-BatchFlow -Path', 'Test-BatchFlow -LiteralPath', 'Get-BatchFlowSchedule -Path', 'Get-BatchFlowSchedule -LiteralPath', 'Export-BatchFlow -Path', 'ConvertTo-BatchFlowDiagram -Path', 'Import-BatchFlow -Path', 'Import-BatchFlow -LiteralPath', 'Connect-BatchFlow -CertificateAuthority', 'Set-BatchFlowProfile -CertificateAuthority',
        'Get-BatchFlowDependency -Path', 'Get-BatchFlowImpact -Path', 'Debug-BatchFlowInstance -Backup', 'New-BatchFlowReport -Path', 'New-BatchFlowReport -Backup', 'Set-BatchFlowSandbox -LoadPath', 'Set-BatchFlowSandbox -SavePath', 'Start-BatchFlowSandbox -StatePath'
    # Secrets, objects, free text and names of what is yet to be made; numbers name nothing either.
    $nothing = '-(AccessKey|SecretKey|Credential|ProxyCredential|Proxy|InputObject|Sandbox|Secret|Description|NewName|Body|Query|Pattern)$' +
        '|^(Connect-BatchFlow|Import-BatchFlow|New-BatchFlowDirectory) -Name$|^Set-BatchFlowProfile -(SecretName|Vault)$|^Set-BatchFlow -Queue$' # the sandbox has a queue in a flow's graph only
    $numbers = [int], [long], [double]
    $parameters = foreach ($command in Get-Command -Module BatchFlows.PowerShell) {
        foreach ($parameter in $command.Parameters.Values) {
            if ($parameter.Name -in $engine -or $parameter.ParameterType -eq [switch]) { continue }
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            $name = "$($command.Name) -$($parameter.Name)"
            [pscustomobject]@{ Name = $name; NamesNothing = $name -match $nothing -or $type -in $numbers; IsFile = $name -in $files }
        }
    }
    function Complete($line) { [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches }
    $run = (Get-BatchFlowInstance -Descending -First 1).FlowInstanceId
}

AfterAll {
    Set-Location $PSScriptRoot
    Disconnect-BatchFlow
    $env:XDG_CONFIG_HOME = $settings
}

Describe 'Completion of every parameter in a real shell' {
    It 'offers what the parameter names, soon' {
        $missing = foreach ($parameter in $parameters | Where-Object { -not $_.NamesNothing -and -not $_.IsFile }) {
            $line = switch -Regex ($parameter.Name) {
                'Start-BatchFlow -(FromTask|Parameter)$|Set-BatchFlow -Parameter$|Get-BatchFlowTask -Name$|-TaskName$' { $_ -replace ' ', ' 3001 ' }
                'Restore-BatchFlow -Name$' { $_ -replace ' ', ' flows ' }
                'Task(Instance|Log) -Name$' { $_ -replace ' ', " -FlowInstanceId $run " }
                default { $_ }
            }
            # The first time may end before the service has answered, and compiles the code.
            for ($try = 0; $try -lt 50 -and -not ($found = Complete "$line "); $try++) { Start-Sleep -Milliseconds 20 }
            $time = (Measure-Command { $found = Complete "$line " }).TotalMilliseconds
            if (-not $found -or $time -gt 3000) { "$line offers $(@($found).Count) in $time ms" }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'offers no file where none is wanted' {
        $parameters | Where-Object { -not $_.IsFile -and (Complete "$($_.Name) zz").CompletionText -match 'zzfile' } |
            ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'offers files where files are wanted' {
        $parameters | Where-Object { $_.IsFile -and -not ((Complete "$($_.Name) zz").CompletionText -match 'zzfile') } |
            ForEach-Object Name | Should -BeNullOrEmpty
    }
}
