BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $sandbox = Start-BatchFlowSandbox
}

AfterAll {
    Get-BatchFlowConnection | Disconnect-BatchFlow
    Stop-BatchFlowSandbox
}

Describe 'Secrets in a real shell' {
    It 'are in no transcript' {
        $key = [pscredential]::new($sandbox.Service.AccessKey, $sandbox.Service.SecretKey)
        $secret = $key.GetNetworkCredential().Password
        $wrong = [pscredential]::new($sandbox.Service.AccessKey, (ConvertTo-SecureString 'wr0ng-secret' -AsPlainText))

        $null = Start-Transcript "$TestDrive/transcript.txt" -IncludeInvocationHeader
        & {
            $VerbosePreference = $DebugPreference = $InformationPreference = $ErrorActionPreference = 'Continue'
            Connect-BatchFlow $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId $key -PassThru | Format-List *
            try { Connect-BatchFlow $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId $wrong } catch { Get-Error }
            2924, 666 | Export-BatchFlow | Format-List *
            Set-BatchFlowSandbox -Fault Unauthorized -Count 4
            try { Disable-BatchFlow 3001 } catch { Get-Error }
            Test-BatchFlowConnection | Format-List *
            Get-Error
        } *>&1 | Out-Default
        $null = Stop-Transcript

        $text = Get-Content "$TestDrive/transcript.txt" -Raw
        $text | Should -Match 'Export Flow \(flow 2924\): HTTP 200'
        $text | Should -Not -Match ([regex]::Escape($secret))
        $text | Should -Not -Match ([regex]::Escape($sandbox.Service.AccessKey))
        $text | Should -Not -Match 'wr0ng-secret|apim-|[0-9a-f]{64}'
    }
}
