BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $env:XDG_CONFIG_HOME, $settings = (New-Item "$TestDrive/settings" -ItemType Directory).FullName, $env:XDG_CONFIG_HOME
    $file = "$env:XDG_CONFIG_HOME/BatchFlows.PowerShell/profiles.json"
    $where = @{ Gateway = 'https://apim.example.com'; OrganizationId = 'o'; UserId = 'u' }
}

AfterAll { $env:XDG_CONFIG_HOME = $settings }

Describe 'Set-BatchFlowProfile in a real shell' {
    AfterEach {
        Remove-Item $file -ErrorAction Ignore
        $env:BATCHFLOWS_ACCESS_KEY = $env:BATCHFLOWS_SECRET_KEY = $null
    }

    It 'keeps each parameter of Connect-BatchFlow but for secrets' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $other = 'Credential', 'SecretKey', 'ProxyCredential', 'Profile', 'Sandbox', 'InputObject', 'SkipAuthentication'
        $connect = (Get-Command Connect-BatchFlow).Parameters.Keys | Where-Object { $_ -notin $common + $other }

        (Get-Command Set-BatchFlowProfile).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object |
            Should -Be ($connect + 'SecretName' + 'Vault' | Sort-Object)
    }

    It 'saves -<Name>, changes nothing else, and a connection has it' -ForEach @(
        @{ Name = 'ReadOnly'; Value = $true; Property = 'IsReadOnly' }
        @{ Name = 'Protected'; Value = $true; Property = 'IsProtected' }
        @{ Name = 'OperationTimeoutSeconds'; Value = 7; Property = 'OperationTimeout'; Shown = [timespan]'0:0:7' }
        @{ Name = 'MaximumRetryCount'; Value = 0; Property = 'MaximumRetryCount' }
        @{ Name = 'MaxRequestsPerSecond'; Value = 0.5; Property = 'MaxRequestsPerSecond' }
        @{ Name = 'SkipCertificateCheck'; Value = $true; Property = 'SkipCertificateCheck' }
        @{ Name = 'Proxy'; Value = 'http://proxy:8080'; Property = 'Proxy'; Shown = [uri]'http://proxy:8080' }
        @{ Name = 'NoProxy'; Value = $true; Property = 'NoProxy' }
        @{ Name = 'OrganizationId'; Value = 'other'; Property = 'OrganizationId' }
        @{ Name = 'UserId'; Value = 'other'; Property = 'UserId' }
        @{ Name = 'Gateway'; Value = 'https://other.example.com'; Property = 'Gateway'; Shown = [uri]'https://other.example.com' }
    ) {
        $env:BATCHFLOWS_ACCESS_KEY, $env:BATCHFLOWS_SECRET_KEY = 'access-key-9876', 'secret'
        $before = Set-BatchFlowProfile prod @where -PassThru
        $given = @{ $Name = $Value }

        Set-BatchFlowProfile prod @given -WarningAction Ignore

        $after = Get-BatchFlowProfile prod
        # Access follows from two others.
        ($before.PSObject.Properties | Where-Object Name -NE Access | Where-Object { "$($_.Value)" -ne "$($after.($_.Name))" }).Count | Should -Be 1
        $connection = Connect-BatchFlow -Profile prod -SkipAuthentication -PassThru -WarningAction Ignore
        $connection.$Property | Should -Be $(if ($Shown) { $Shown } else { $Value })
        Disconnect-BatchFlow prod
    }

    It 'can be read by nobody else, also where the file could be' -Skip:$IsWindows {
        Set-BatchFlowProfile prod @where
        (Get-Item $file).UnixMode, (Get-Item (Split-Path $file)).UnixMode | Should -Be '-rw-------', 'drwx------'

        chmod 644 $file
        Set-BatchFlowProfile prod -ReadOnly

        (Get-Item $file).UnixMode | Should -Be '-rw-------'
        Get-ChildItem (Split-Path $file) -Force | Should -HaveCount 2
    }

    It 'keeps what it does not know, and the order' {
        $null = New-Item (Split-Path $file) -ItemType Directory -Force
        Set-Content $file '{"$schema":"x","Profiles":{"b":{"gateway":"https://b.example.com","organizationId":"o","userId":"u","note":[1.50,{"x":null}]},"a":{"y":1e3}},"later":{"z":true}}'

        Set-BatchFlowProfile B -ReadOnly

        $text = (Get-Content $file -Raw) -replace '\s'
        $text | Should -BeExactly ('{"$schema":"x","Profiles":{"b":{"gateway":"https://b.example.com","organizationId":"o","userId":"u",' +
            '"note":[1.50,{"x":null}],"readOnly":true},"a":{"y":1e3}},"later":{"z":true}}')
    }

    It 'loses no change of several at once' {
        1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module "$using:PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1"
            Set-BatchFlowProfile "p$_" https://apim.example.com o u
        }

        (Get-BatchFlowProfile).Count | Should -Be 12
    }

    It 'refuses <What>, and saves nothing' -ForEach @(
        @{ What = 'a secret key'; Given = @{ SecretKey = (ConvertTo-SecureString hidden -AsPlainText) } }
        @{ What = 'a credential'; Given = @{ Credential = [pscredential]::new('a', (ConvertTo-SecureString hidden -AsPlainText)) } }
        @{ What = 'a secret in place of its name'; Given = @{ SecretName = (ConvertTo-SecureString hidden -AsPlainText) } }
        @{ What = 'a credential in place of the access key'; Given = @{ AccessKey = [pscredential]::new('a', (ConvertTo-SecureString hidden -AsPlainText)) } }
        @{ What = 'a password in the address'; Given = @{ Gateway = 'https://u:hidden@apim.example.com' } }
        @{ What = 'a password in the address of the proxy'; Given = @{ Proxy = 'http://u:hidden@proxy' } }
        @{ What = 'http to another machine'; Given = @{ Gateway = 'http://apim.example.com' } }
        @{ What = 'settings that contradict each other'; Given = @{ Proxy = 'http://proxy'; NoProxy = $true } }
        @{ What = 'a certificate that is none'; Given = @{ CertificateAuthority = $PSCommandPath } }
    ) {
        $all = $where.Clone()
        $Given.GetEnumerator() | ForEach-Object { $all[$_.Key] = $_.Value }

        $failure = try { Set-BatchFlowProfile prod @all 2>&1 } catch { $_ }

        "$failure" | Should -Not -BeNullOrEmpty
        "$failure" | Should -Not -Match 'hidden'
        Get-BatchFlowProfile | Should -BeNullOrEmpty
    }

    It 'names what a new profile lacks, and saves nothing by -WhatIf' {
        { Set-BatchFlowProfile prod -Gateway https://apim.example.com -ErrorAction Stop } |
            Should -Throw -ErrorId 'RequestInvalid,*' -ExpectedMessage '*-OrganizationId*'
        Set-BatchFlowProfile prod @where -WhatIf
        Get-BatchFlowProfile | Should -BeNullOrEmpty
    }

    It 'removes a setting by an empty value' {
        Set-BatchFlowProfile prod @where -AccessKey access-key-9876 -SecretName s -Vault v -Proxy http://proxy
        $profile = Set-BatchFlowProfile prod -AccessKey '' -SecretName '' -Vault '' -Proxy $null -PassThru

        $profile.AccessKeyEnding, $profile.SecretName, $profile.Vault, $profile.Proxy | Should -Be $null, $null, $null, $null
    }
}
