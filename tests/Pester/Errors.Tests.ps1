BeforeDiscovery {
    # One way to each kind of failure. $sandbox is the sandbox, and "once" a connection that sends no call twice.
    $failures = [ordered]@{
        NotConnected              = { Export-BatchFlow 3001 -Connection nowhere }
        ProfileNotFound           = { Connect-BatchFlow -Profile nothing }
        CredentialRefused         = { Connect-BatchFlow @where -AccessKey $sandbox.Service.AccessKey -SecretKey $wrong }
        SignatureRefused          = { Set-BatchFlowSandbox $sandbox -Fault Unauthorized -Count 3; Export-BatchFlow 3001 -Connection once }
        TokenRefused              = { Set-BatchFlowSandbox $sandbox -Fault ExpiredToken -Count 3; Export-BatchFlow 3001 -Connection once }
        UserOrOrganizationUnknown = { Export-BatchFlow 3001 -Connection nobody }
        RequestInvalid            = { Start-BatchFlow 666 }
        AccessDenied              = { Set-BatchFlowSandbox $sandbox -Fault AccessDenied; Export-BatchFlow 3001 -Connection once }
        StateForbidsOperation     = { Remove-BatchFlow 3001 -Confirm:$false }
        AccountLocked             = { Set-BatchFlow 3002 -Description x }
        ServiceFailed             = { Set-BatchFlowSandbox $sandbox -Fault BadGateway; Export-BatchFlow 3001 -Connection once }
        FlowNotFound              = { Export-BatchFlow 666 }
        SecretMissing             = { Import-BatchFlow "$PSScriptRoot/../Samples/masked.flow.json" -Directory / }
        FlowExists                = { Export-BatchFlow 3001 | Import-BatchFlow -Directory energy }
        FlowNameAmbiguous         = {
            7, 8 | ForEach-Object { $sandbox.Service.PutFlow($_, '{"name":"twice","tasks":[]}') }
            Export-BatchFlow twice
        }
        TaskNotFound              = { Get-BatchFlowTask 3001 -Name nothing }
        InstanceNotFound          = { Get-BatchFlowInstance -FlowInstanceId 1-2 }
        DirectoryNotFound         = { Get-BatchFlowDirectory nothing }
        DirectoryExists           = { New-BatchFlowDirectory energy }
        RateLimited               = { Set-BatchFlowSandbox $sandbox -Fault TooManyRequests; Export-BatchFlow 3001 -Connection once }
        RequestTimedOut           = { Set-BatchFlowSandbox $sandbox -Fault Hang; Export-BatchFlow 3001 -Connection once }
        ConnectionFailed          = { Set-BatchFlowSandbox $sandbox -Fault DropBefore; Export-BatchFlow 3001 -Connection once }
        ResponseInvalid           = { Set-BatchFlowSandbox $sandbox -Fault Html; Export-BatchFlow 3001 -Connection once }
        OutcomeUnknown            = { Set-BatchFlowSandbox $sandbox -Fault DropAfter; Disable-BatchFlow 3001 -Connection once }
        ConnectionReadOnly        = { Disable-BatchFlow 3001 -Connection readonly }
        ConnectionProtected       = {
            # A shell of its own has nobody to ask.
            $shell = [powershell]::Create().AddScript('param($module, $connection) Import-Module $module; Disable-BatchFlow 3001 -Connection $connection')
            $null = $shell.AddArgument($module).AddArgument((Get-BatchFlowConnection protected)).Invoke()
            $shell.Streams.Error
        }
        InstanceFailed            = { Get-BatchFlowInstance -Status Fail | Select-Object -First 1 | Wait-BatchFlowInstance }
        WaitTimedOut              = { Start-BatchFlow 3003 -Wait -TimeoutSeconds 0 }
        FileExists                = { Export-BatchFlow 3001 -Path $PSCommandPath }
        FileNotRead               = { Import-BatchFlow "$TestDrive/nothing.json" -Directory energy }
        FileNotWritten            = { Export-BatchFlow 3001 -Path "$PSCommandPath/flow.json" }
        InputObjectNotBound       = { [pscustomobject]@{ ConnectionName = 'default' } | Get-BatchFlow }
        PathInvalid               = { Export-BatchFlow 3001 -Path Variable:PID }
        SandboxNotFound           = { Start-BatchFlowSandbox; Set-BatchFlowSandbox -Speed 1 }
    }
    # These need an https server, or somebody else at the same moment.
    $others = 'CertificateRejected', 'FlowChangedMeanwhile'
}

Describe 'What a shell shows of an error' {
    BeforeAll {
        $module = (Resolve-Path "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1").Path
        Import-Module $module -Force
        Connect-BatchFlow -Sandbox
        $sandbox = Get-BatchFlowSandbox
        Set-BatchFlowSandbox $sandbox -LockFlow 3002
        $where = @{ Gateway = $sandbox.Gateway; OrganizationId = $sandbox.OrganizationId; UserId = $sandbox.UserId }
        $wrong = ConvertTo-SecureString wrong -AsPlainText -Force
        $keys = @{ AccessKey = $sandbox.Service.AccessKey; SecretKey = $sandbox.Service.SecretKey }
        Connect-BatchFlow @where @keys -Name once -MaximumRetryCount 0 -OperationTimeoutSeconds 1
        Connect-BatchFlow @where @keys -Name readonly -ReadOnly
        Connect-BatchFlow @where @keys -Name protected -Protected
        $where.UserId = 'nobody'
        Connect-BatchFlow @where @keys -Name nobody
        $where.UserId = $sandbox.UserId
        Connect-BatchFlow @where @keys -Name default
        $PSStyle.OutputRendering, $rendering = 'PlainText', $PSStyle.OutputRendering

        # What a wide screen shows, without the line breaks.
        function Show-Error($Record, $View) {
            $ErrorView = $View
            ($Record | Out-String -Width 10000) -replace '\r?\n +\| ', ' ' -replace '\s+', ' '
        }
    }

    AfterAll {
        $PSStyle.OutputRendering = $rendering
        Get-BatchFlowConnection | Disconnect-BatchFlow
        Get-BatchFlowSandbox | Stop-BatchFlowSandbox
    }

    It 'has a case here for each kind of failure' {
        [enum]::GetNames([BatchFlows.FailureKind]) | Should -Be (@($cases.Keys) + $others | Sort-Object { [BatchFlows.FailureKind] $_ })
    } -TestCases @{ cases = $failures; others = $others }

    It 'says each sentence of <kind> once: what happened, what to do, codes' -ForEach @(
        $failures.GetEnumerator() | ForEach-Object { @{ kind = $_.Key; provoke = $_.Value } }
    ) {
        $record = try { . $provoke 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] } } catch { $_ }

        @($record).Count | Should -Be 1
        $record.Exception.Kind | Should -Be $kind
        foreach ($view in 'ConciseView', 'NormalView') {
            $shown = Show-Error $record $view
            $shown | Should -Match ([regex]::Escape(($record.Exception.Message -replace '\s+', ' ')))
            $shown -split '(?<=[.!?)])\s+' | Where-Object Length -gt 12 |
                Where-Object { [regex]::Matches($shown, [regex]::Escape($_)).Count -ne 1 } | Should -BeNullOrEmpty
            [regex]::Matches($shown, [regex]::Escape($record.Exception.Remedy)).Count | Should -Be 1 -Because $shown
        }

        $end = if ($record.Exception.HttpStatus) { " \([^(]*HTTP \d{3}.*\)$" } else { '$' }
        $record.Exception.Message | Should -MatchExactly "^[A-Z].*\. $([regex]::Escape($record.Exception.Remedy))$end"
    }
}

Describe 'An error about a missing connection' {
    BeforeAll {
        . "$PSScriptRoot/Shell.ps1"
        $import = "`$module = '$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1'; Import-Module `$module; "
    }

    It 'does not speak of $using: where there is no connection to take along' {
        $text = Invoke-Shell -NonInteractive -Command "$import try { Get-BatchFlow -ErrorAction Stop } catch { `$_.Exception.Message }"

        "$text" | Should -BeLike 'There is no connection.*'
        "$text" | Should -Not -BeLike '*$using:*'
    }

    It 'tells a thread job, and a script that runs in parallel, how to take the connection along' {
        $text = Invoke-Shell -NonInteractive -Command ("$import Connect-BatchFlow -Sandbox; " +
            'Start-ThreadJob { Import-Module $using:module; try { Get-BatchFlow -ErrorAction Stop } catch { $_.Exception.Message } } | Receive-Job -Wait; ' +
            '1 | ForEach-Object -Parallel { Import-Module $using:module; try { Get-BatchFlow -ErrorAction Stop } catch { $_.Exception.Message } }')

        @($text -like '*-Connection $using:connection*').Count | Should -Be 2
    }
}
