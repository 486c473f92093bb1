BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    $env:XDG_CONFIG_HOME, $settings = (New-Item "$TestDrive/settings" -ItemType Directory).FullName, $env:XDG_CONFIG_HOME
    $file = "$env:XDG_CONFIG_HOME/BatchFlows.PowerShell/profiles.json"
}

AfterAll { $env:XDG_CONFIG_HOME = $settings }

Describe 'Get-BatchFlowProfile in a real shell' {
    AfterEach { Remove-Item $file -ErrorAction Ignore }

    It 'lists nothing before the first profile, and creates no file' {
        Get-BatchFlowProfile | Should -BeNullOrEmpty
        $file | Should -Not -Exist
    }

    It 'finds names in any case and by wildcards, and names what is near' {
        'prod', 'test' | ForEach-Object { Set-BatchFlowProfile $_ https://apim.example.com o u }

        (Get-BatchFlowProfile PROD).Name | Should -BeExactly 'prod'
        (Get-BatchFlowProfile *t*).Name | Should -Be 'test'
        { Get-BatchFlowProfile prd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProfileNotFound,*' -ExpectedMessage '*Did you mean prod?*'
        (TabExpansion2 'Get-BatchFlowProfile p').CompletionMatches.ListItemText | Should -Be 'prod'
    }

    It 'is a table that fits 80 columns' {
        Set-BatchFlowProfile prod https://apim.example.com o1578468179 u15426865866571 -Protected

        $lines = (Get-BatchFlowProfile | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }

        $lines[0] | Should -Match 'Name +Access +OrganizationId +UserId +Gateway'
        $lines[-1] | Should -Match '^prod +Confirm +o1578468179 +u15426865866571 +https://apim\.example\.com/'
    }

    It 'says in which line a file of <Text> is broken, and every command leaves it as it is' -ForEach @(
        @{ Text = "{ `"profiles`": {`n`"prod`": { `"gateway`": }`n} }"; Why = '*line 2*' }
        @{ Text = '{ "profiles": { "prod": {'; Why = '*line 1*' }
        @{ Text = '[]'; Why = '*not a JSON object*' }
        @{ Text = '{ "profiles": [] }'; Why = "*'profiles' is not an object*" }
        @{ Text = '{ "profiles": { "prod": 1 } }'; Why = "*'prod' is not a JSON object*" }
        @{ Text = '{ "profiles": { "prod": {}, "PROD": {} } }'; Why = "*'PROD' twice*" }
        @{ Text = '{ "profiles": { "prod": { "protected": "yes" } } }'; Why = "*'prod'*'protected' is neither true nor false*" }
        @{ Text = '{ "profiles": { "prod": { "maximumRetryCount": 21 } } }'; Why = "*'maximumRetryCount'*0 to 20*" }
        @{ Text = '{ "profiles": { "prod": { "certificateAuthorities": "x" } } }'; Why = "*'certificateAuthorities'*" }
        @{ Text = ''; Why = '*empty*' }
    ) {
        $null = New-Item (Split-Path $file) -ItemType Directory -Force
        Set-Content $file $Text -NoNewline
        $commands = { Get-BatchFlowProfile }, { Set-BatchFlowProfile prod https://a.example.com o u },
            { Remove-BatchFlowProfile prod }, { Connect-BatchFlow -Profile prod }, { 1..3 | Export-BatchFlow -Connection prod }

        foreach ($command in $commands) {
            $failures = try { & $command 2>&1 } catch { $_ }
            @($failures).Count | Should -Be 1 -Because $command
            $failures.Exception.Message | Should -BeLike "*$file*"
            $failures.Exception.Message | Should -BeLike $Why
        }

        Get-Content $file -Raw | Should -Be $(if ($Text) { $Text })
        (TabExpansion2 'Connect-BatchFlow -Profile p').CompletionMatches.ListItemText | Should -Not -Be 'prod'
    }
}
