BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Connect-BatchFlow in a real shell' {
    It 'takes the keys as a credential' {
        $sandbox = Get-BatchFlowSandbox
        $key = [pscredential]::new($sandbox.Service.AccessKey, $sandbox.Service.SecretKey)

        $connection = Connect-BatchFlow $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId $key -Name credential -PassThru

        (Get-BatchFlow 2924 -Connection $connection).FlowName | Should -Be 'nFlow'
        Disconnect-BatchFlow credential
    }

    It 'takes gateways from a file of values' {
        $sandbox = Get-BatchFlowSandbox
        $key = [pscredential]::new($sandbox.Service.AccessKey, $sandbox.Service.SecretKey)
        $sandbox | Select-Object Gateway, OrganizationId, UserId | Export-Csv "$TestDrive/gateways.csv"

        $connection = Import-Csv "$TestDrive/gateways.csv" | Connect-BatchFlow -Credential $key -Name file -PassThru

        $connection.Gateway | Should -Be $sandbox.Gateway
        Disconnect-BatchFlow file
    }

    It 'shows no secret, whatever writes the connection' {
        $secret = [Net.NetworkCredential]::new('', (Get-BatchFlowSandbox).Service.SecretKey).Password
        $connection = Get-BatchFlowConnection sandbox

        $text = ($connection | Format-List * | Out-String) + ($connection | ConvertTo-Json -Depth 5) + ($connection | ConvertTo-Csv)

        $text | Should -Not -Match ([regex]::Escape($secret))
        $text | Should -Match 'AccessKeyEnding'
    }

    It 'takes an authority from a file' {
        $key = [Security.Cryptography.ECDsa]::Create()
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=ours', $key, 'SHA256')
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::Now, [DateTimeOffset]::Now.AddDays(1))
        Set-Content "$TestDrive/ours.cer" $certificate.RawData -AsByteStream

        $connection = Get-BatchFlowSandbox | Connect-BatchFlow -Name ours -CertificateAuthority (Get-Item "$TestDrive/ours.cer") -PassThru

        $connection.CertificateAuthorities | Should -Be 'CN=ours'
        Disconnect-BatchFlow ours
    }

    It 'asks before a change where somebody can be asked, and refuses it where nobody can' {
        $module = "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1"
        $script = "Import-Module '$module'; Connect-BatchFlow -Sandbox -Protected; Disable-BatchFlow 3001 -Confirm:`$false -WarningAction Ignore; Disable-BatchFlow 3001 -Force;" +
            '(Get-BatchFlowSandbox).Service.CallCounts["Disable Flow"]; $Error.FullyQualifiedErrorId'

        $refused = Invoke-Shell -NonInteractive -Command $script 2>$null
        $asked = 'y' | Invoke-Shell -Command $script 2>$null

        $refused | Should -Be 1, 'ConnectionProtected,BatchFlows.Commands.DisableBatchFlowCommand'
        $asked | Select-Object -Last 1 | Should -Be 2
    }

    It 'is caught by the kind of its failure' {
        $kind = try { Connect-BatchFlow http://127.0.0.1:1 o u -AccessKey a -SecretKey (ConvertTo-SecureString s -AsPlainText -Force) -MaximumRetryCount 0 }
        catch [BatchFlows.FlowServiceException] { $_.Exception.Kind }

        $kind | Should -Be 'ConnectionFailed'
    }
}
