BeforeDiscovery {
    # The recipes of the help: its indented blocks that use the profile prod.
    $topic = Get-Content "$PSScriptRoot/../../module/en-US/about_BatchFlow_Automation.help.txt" -Raw
    $recipes = [regex]::Matches($topic, '(?m)^ {8}.*(\n {8}.*)*') | Where-Object Value -Match '\bprod\b' |
        ForEach-Object { @{ Recipe = $_.Value -replace '(?m)^ {8}' } }
}

BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    $saved = $env:XDG_CONFIG_HOME, $env:PSModulePath
    $env:XDG_CONFIG_HOME = (New-Item "$TestDrive/settings" -ItemType Directory).FullName
    $secret, $accessKey = "secret-$([guid]::NewGuid())", "access-$([guid]::NewGuid())"

    # A module that has the command of a vault; jobs and other processes find it by its name, as they find ours.
    $null = New-Item "$TestDrive/modules/Vault" -ItemType Directory
    @"
function Get-Secret {
    [CmdletBinding()] param([string] `$Name, [string] `$Vault)
    Add-Content '$TestDrive/asked.txt' "`$Name in '`$Vault'"
    `$key = ConvertTo-SecureString '$secret' -AsPlainText -Force
    switch (`$Name) {
        'both' { [pscredential]::new('$accessKey', `$key) }
        'secret' { `$key }
        'text' { '$secret' }
        'two' { `$key, `$key }
        'nothing' { }
        default { Write-Error "The secret `$Name was not found." }
    }
}
"@ | Set-Content "$TestDrive/modules/Vault/Vault.psm1"
    $env:PSModulePath = "$TestDrive/modules", (Resolve-Path "$PSScriptRoot/../../out").Path, $env:PSModulePath -join [IO.Path]::PathSeparator
    Import-Module BatchFlows.PowerShell -Force

    $sandbox = Start-BatchFlowSandbox -AccessKey $accessKey -SecretKey (ConvertTo-SecureString $secret -AsPlainText)
    $where = @{ Gateway = $sandbox.Gateway; OrganizationId = $sandbox.OrganizationId; UserId = $sandbox.UserId }
    $file = "$env:XDG_CONFIG_HOME/BatchFlows.PowerShell/profiles.json"

    # Recipes start "pwsh", which here may be run by dotnet.
    function pwsh { Invoke-Shell @args }
}

AfterAll {
    Stop-BatchFlowSandbox
    Get-Module BatchFlows.PowerShell, Vault | Remove-Module
    $env:XDG_CONFIG_HOME, $env:PSModulePath = $saved
}

Describe 'A profile with a vault' {
    BeforeEach { Set-BatchFlowProfile prod @where -SecretName both }

    AfterEach {
        Get-BatchFlowConnection | Disconnect-BatchFlow
        Get-BatchFlowProfile | Remove-BatchFlowProfile
        $env:BATCHFLOWS_PROFILE = $env:BATCHFLOWS_ACCESS_KEY = $env:BATCHFLOWS_SECRET_KEY = $null
    }

    It 'connects by the recipe: <Recipe>' -ForEach $recipes {
        "$(. ([scriptblock]::Create($Recipe)) | Out-String)" | Should -Match 'nFlow'
    }

    It 'has a recipe for each way to run something elsewhere' -TestCases @{ All = $recipes.Recipe } {
        foreach ($way in 'Start-Job \{', ' &\n', 'Start-ThreadJob \{', 'ForEach-Object -Parallel \{', 'pwsh ') {
            $All -match $way | Should -Not -BeNullOrEmpty -Because $way
        }
    }

    It 'connects in a script of its own, and no secret is in its command line, its transcript or any file' {
        @"
`$null = Start-Transcript '$TestDrive/transcript.txt' -IncludeInvocationHeader
`$VerbosePreference = `$DebugPreference = 'Continue'
(Get-BatchFlow 2924 -Connection prod).FlowName
Connect-BatchFlow -Profile prod -PassThru | Format-List *
Get-BatchFlowProfile | Format-List *
Get-BatchFlowProfile | ConvertTo-Json
try { Get-BatchFlow 2924 -Connection nowhere } catch { Get-Error }
[Environment]::GetCommandLineArgs() | Set-Content '$TestDrive/line.txt'
`$null = Stop-Transcript
"@ | Set-Content "$TestDrive/script.ps1"

        $shown = Invoke-Shell -NonInteractive -File "$TestDrive/script.ps1" *>&1 | Out-String

        $shown | Should -Match 'nFlow'
        Get-Content "$TestDrive/line.txt" | Select-Object -Last 1 | Should -BeLike '*script.ps1'
        Get-Content "$TestDrive/transcript.txt" -Raw | Should -Match 'HTTP 200'
        $files = Get-ChildItem $TestDrive -Recurse -File -Force | Where-Object Name -NE Vault.psm1
        $files.Name | Should -Contain profiles.json
        $shown + ($files | Get-Content -Raw) | Should -Not -Match "$secret|$accessKey"
    }

    It 'asks the vault at the first call only, in the vault that is named, and not while somebody types' {
        Set-BatchFlowProfile prod -Vault mine
        Remove-Item "$TestDrive/asked.txt" -ErrorAction Ignore

        $null = Get-BatchFlowProfile prod
        $null = TabExpansion2 'Get-BatchFlow -Connection prod -Name n'
        "$TestDrive/asked.txt" | Should -Not -Exist
        (2924, 2924 | Get-BatchFlow -Connection prod).FlowName | Should -Be 'nFlow', 'nFlow'
        $null = Get-BatchFlow 2924 -Connection PROD

        Get-Content "$TestDrive/asked.txt" | Should -Be "both in 'mine'"
        (TabExpansion2 'Get-BatchFlow -Connection prod -Name nF').CompletionMatches.ListItemText | Should -Be 'nFlow'
    }

    It 'is not the default because a command named it' {
        $null = Get-BatchFlow 2924 -Connection prod

        (Get-BatchFlowConnection).Name | Should -Be 'prod'
        { Get-BatchFlow 2924 } | Should -Throw -ErrorId 'NotConnected,*'
        Connect-BatchFlow -Profile prod
        (Get-BatchFlow 2924).ConnectionName | Should -Be 'prod'
        (Get-BatchFlowConnection).Count | Should -Be 1
    }

    It 'is read-only and protected as it says, whatever Connect-BatchFlow says' {
        Set-BatchFlowProfile prod -ReadOnly -Protected
        $connection = Connect-BatchFlow -Profile prod -ReadOnly:$false -Protected:$false -PassThru

        { Disable-BatchFlow 3001 -Connection prod -Force } | Should -Throw -ErrorId 'ConnectionReadOnly,*'
        $connection.IsProtected | Should -BeTrue
    }

    It 'counts as changed at once where a command named it' {
        $null = Get-BatchFlow 2924 -Connection prod
        Set-BatchFlowProfile PROD -ReadOnly
        { Disable-BatchFlow 3001 -Connection prod } | Should -Throw -ErrorId 'ConnectionReadOnly,*'

        Remove-BatchFlowProfile Prod
        { Get-BatchFlow 2924 -Connection prod } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'takes other settings for one connection' {
        Set-BatchFlowProfile prod -MaximumRetryCount 1 -OperationTimeoutSeconds 5 -NoProxy
        $connection = Connect-BatchFlow -Profile prod -Name other -MaximumRetryCount 0 -ReadOnly -PassThru

        $connection.Name, $connection.MaximumRetryCount, $connection.OperationTimeout.TotalSeconds, $connection.IsReadOnly |
            Should -Be 'other', 0, 5, $true
        { Connect-BatchFlow -Profile prod -Proxy http://proxy } | Should -Throw -ExpectedMessage "*'prod'*-NoProxy and -Proxy*"
        (Get-BatchFlowProfile prod).MaximumRetryCount | Should -Be 1
    }

    It 'takes a secret key alone with the access key of the profile or of the environment' {
        Set-BatchFlowProfile prod -SecretName secret
        { Get-BatchFlow 2924 -Connection prod } | Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage '*Set-BatchFlowProfile prod -AccessKey*'

        $env:BATCHFLOWS_ACCESS_KEY = $accessKey
        (Get-BatchFlow 2924 -Connection prod).FlowName | Should -Be 'nFlow'
        Disconnect-BatchFlow prod
        $env:BATCHFLOWS_ACCESS_KEY = 'wrong'
        Set-BatchFlowProfile prod -AccessKey $accessKey
        (Get-BatchFlow 2924 -Connection prod).FlowName | Should -Be 'nFlow'
    }

    It 'is one error for a secret that is <Form>' -ForEach @(
        @{ Form = 'text'; Why = '*type System.String*' }
        @{ Form = 'two'; Why = '*2 objects*' }
        @{ Form = 'nothing'; Why = '*0 objects*' }
        @{ Form = 'unknown'; Why = "*'prod' could not be read: Get-Secret failed. The secret unknown was not found. *" }
    ) {
        Set-BatchFlowProfile prod -SecretName $Form

        $failures = try { 1, 2 | Get-BatchFlow -Connection prod 2>&1 } catch { $_ }

        @($failures).Count | Should -Be 1
        $failures.Exception.Kind | Should -Be 'NotConnected'
        $failures.Exception.Message | Should -BeLike $Why
        $failures.Exception.Message | Should -Not -Match $secret
    }

    It 'needs no vault where the environment has the keys' {
        $names = Invoke-Shell -NonInteractive -Command @"
`$env:PSModulePath = '$(Resolve-Path "$PSScriptRoot/../../out")'
try { Get-BatchFlow 2924 -Connection prod } catch { `$_.Exception.Message }
`$env:BATCHFLOWS_ACCESS_KEY, `$env:BATCHFLOWS_SECRET_KEY = '$accessKey', '$secret'
(Get-BatchFlow 2924 -Connection prod).FlowName
"@
        $names[0] | Should -BeLike '*Get-Secret was not found*BATCHFLOWS_SECRET_KEY*'
        $names[1] | Should -Be 'nFlow'
    }

    It 'is named by the environment, before the other variables' {
        $env:BATCHFLOWS_PROFILE = 'prod'
        (Get-BatchFlow 2924).ConnectionName | Should -Be 'prod'

        $env:BATCHFLOWS_PROFILE = 'prd'
        { 1, 2 | Get-BatchFlow } | Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage "*BATCHFLOWS_PROFILE*'prd'*Did you mean prod?*"
    }

    It 'stops while the vault is asked' {
        $shell = [powershell]::Create()
        $asked = [Threading.ManualResetEventSlim]::new()
        $shell.Runspace.SessionStateProxy.SetVariable('asked', $asked)
        $null = $shell.AddScript("function global:Get-Secret { `$asked.Set(); while (`$true) { Start-Sleep -Milliseconds 20 } }; Get-BatchFlow 2924 -Connection prod")
        $null = $shell.BeginInvoke()
        $asked.Wait([timespan]'00:01') | Should -BeTrue

        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne([timespan]'00:00:30') | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
    }

    It 'completes where profiles can be used' {
        Set-BatchFlowProfile "it's" @where

        foreach ($line in 'Get-BatchFlow -Connection ', 'Test-BatchFlowConnection ', 'Connect-BatchFlow -Profile ', 'Remove-BatchFlowProfile ') {
            (TabExpansion2 $line).CompletionMatches.CompletionText | Should -Be 'prod', "'it''s'"
        }

        (TabExpansion2 'Disconnect-BatchFlow p').CompletionMatches.ListItemText | Should -Not -Contain 'prod'
    }

    It 'shows what is near a name, and closes nothing that is not open' {
        { Get-BatchFlow 2924 -Connection prd } | Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage '*Did you mean prod?*'
        { Disconnect-BatchFlow prod -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
        Get-BatchFlowConnection | Should -BeNullOrEmpty
    }
}
