BeforeDiscovery { $noGit = $null -eq (Get-Command git -CommandType Application -ErrorAction Ignore) }

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $readme = Get-Content "$PSScriptRoot/../../README.md" -Raw
    $recipe = [regex]::Match($readme, '(?s)# 1\. every flow in git.*?(?=\n\n# 2\.)').Value

    function Invoke-Recipe { . ([scriptblock]::Create($recipe.Replace('exit 1', 'throw $failed'))) }
    function Get-Commit { @(git -C flows log --format=%s) }
}

AfterAll { Disconnect-BatchFlow }

Describe 'The recipe of every flow in git' -Skip:$noGit {
    BeforeAll {
        Push-Location (New-Item "$TestDrive/nightly" -ItemType Directory)
        $env:GIT_CONFIG_GLOBAL = $env:GIT_CONFIG_SYSTEM = "$TestDrive/gitconfig"
        "[user]`n`tname = Nightly`n`temail = nightly@example.com" | Set-Content $env:GIT_CONFIG_GLOBAL
        $null = git init --quiet flows
        '* -text' > flows/.gitattributes
    }

    AfterAll {
        Pop-Location
        Remove-Item env:GIT_CONFIG_GLOBAL, env:GIT_CONFIG_SYSTEM
    }

    It 'stands in the README' { $recipe | Should -Match 'Backup-BatchFlow' }

    It 'commits all flows in the first night' {
        $null = Invoke-Recipe

        Get-Commit | Should -HaveCount 1
        git -C flows ls-files | Should -Contain 'energy/meters/etl_meter_readings.flow.json'
        git -C flows status --porcelain | Should -BeNullOrEmpty
    }

    It 'commits nothing when nothing has changed' {
        $null = Invoke-Recipe

        Get-Commit | Should -HaveCount 1
    }

    It 'shows a change of a schedule as one line, and a change of a name as a rename' {
        Set-BatchFlow 3001 -Cron '0 0 6 * * ? *'
        $null = Invoke-Recipe
        git -C flows show --format= --numstat -- energy | Should -Be "1`t1`tenergy/meters/etl_meter_readings.flow.json"

        Set-BatchFlow 3006 -NewName migrate_tariffs
        $null = Invoke-Recipe
        git -C flows show --format= --name-status --find-renames -- billing | Should -Match '^R\d+\s+billing/migrate_legacy_tariffs.flow.json\s+billing/migrate_tariffs.flow.json$'
    }

    It 'removes the file of a flow that is gone, and git brings it back' {
        Remove-BatchFlow migrate_tariffs -Confirm:$false
        $null = Invoke-Recipe
        'flows/billing/migrate_tariffs.flow.json' | Should -Not -Exist

        git -C flows checkout --quiet HEAD~1 -- billing/migrate_tariffs.flow.json backup.json
        (Restore-BatchFlow flows migrate_tariffs).Directory | Should -Be 'billing'
    }
}
