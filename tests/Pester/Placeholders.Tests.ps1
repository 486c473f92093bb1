BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $service = (Get-BatchFlowSandbox).Service
    $service.PutFlow(601, '{"name":"leaky","parameters":"[{\"key\":\"db_password\",\"value\":\"s3cr3t!x\"}]","tasks":[
        {"name":"load","type":"COMMAND","cmd":"echo load\nmysql --password=hunter2 -e 1\necho done"}]}')
}

AfterAll { Disconnect-BatchFlow }

Describe 'Secrets in files' {
    It 'warns with task and line when a file gets one' {
        $null = Export-BatchFlow 601 -Path "$TestDrive/plain.flow.json" -WarningVariable warnings 3>$null

        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match "task 'load', line 2"
        "$warnings" | Should -Not -Match 'hunter2|s3cr3t'
        $null = Export-BatchFlow 601 -Path "$TestDrive/again.flow.json" -SecretHandling Ignore -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'writes placeholders, which import refuses until they are filled' {
        $file = Export-BatchFlow 601 -Path "$TestDrive/masked/" -SplitCommand -SecretHandling Mask -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        Get-ChildItem "$TestDrive/masked" -Recurse -File | Get-Content -Raw | Should -Not -Match 'hunter2|s3cr3t'
        (Get-Content $file -Raw | ConvertFrom-Json).'$secrets' | Sort-Object | Should -Be 'leaky.db_password.password', 'leaky.load.password'

        { Import-BatchFlow $file -Directory archive -Name copy -ErrorAction Stop } | Should -Throw '*leaky.load.password*'
        $secrets = @{
            'leaky.load.password'        = ConvertTo-SecureString hunter2 -AsPlainText -Force
            'leaky.db_password.password' = [pscredential]::new('any', (ConvertTo-SecureString 's3cr3t!x' -AsPlainText -Force))
        }
        Import-BatchFlow $file -Directory archive -Name copy -Secret $secrets -ErrorAction Stop

        $copy = Export-BatchFlow copy
        $copy.Tasks[0].Command | Should -Be (Export-BatchFlow leaky).Tasks[0].Command
        $copy.Parameters[0].Value | Should -Be 's3cr3t!x'
    }

    It 'takes what Get-SecretInfo returns' {
        function global:Get-Secret { param($Name, $Vault, [switch] $AsPlainText) "$Vault-$Name" }
        try {
            $secret = [pscustomobject]@{ Name = 'db'; VaultName = 'team' }
            Import-BatchFlow "$PSScriptRoot/../Samples/masked.flow.json" -Directory archive -Secret @{ 'masked.load.password' = $secret } -ErrorAction Stop
        }
        finally { Remove-Item function:Get-Secret }

        (Export-BatchFlow masked).Tasks[0].Command | Should -Be 'mysql --password=team-db'
    }

    It 'backs up and restores without a secret in any file' {
        $null = Backup-BatchFlow "$TestDrive/backup" -SecretHandling Mask
        Get-ChildItem "$TestDrive/backup" -Recurse -File | Get-Content -Raw | Should -Not -Match 'hunter2|s3cr3t'
        Backup-BatchFlow "$TestDrive/backup" -SecretHandling Mask | Should -BeNullOrEmpty
        Remove-BatchFlow leaky -Confirm:$false

        { Restore-BatchFlow "$TestDrive/backup" leaky -ErrorAction Stop } | Should -Throw '*leaky.load.password*'
        $secrets = @{ 'leaky.load.password' = 'hunter2'; 'leaky.db_password.password' = 's3cr3t!x' }
        $restored = Restore-BatchFlow "$TestDrive/backup" leaky -Secret $secrets -ErrorAction Stop

        $restored.Action, $restored.Directory | Should -Be 'Created', '/'
        (Export-BatchFlow leaky).Tasks[0].Command | Should -Match 'hunter2'
        (Restore-BatchFlow "$TestDrive/backup" leaky -Secret $secrets).Action | Should -Be 'Exists'
    }

    It 'compares equal with what it stands for' {
        $null = Backup-BatchFlow "$TestDrive/compared" -SplitCommand -SecretHandling Mask

        Compare-BatchFlow "$TestDrive/compared" | Should -BeNullOrEmpty
        $flow = Export-BatchFlow leaky
        $flow.Description = 'changed'
        $service.PutFlow($flow.FlowId, $flow.ToJson())
        Compare-BatchFlow "$TestDrive/compared" | ForEach-Object Field | Should -Be 'Description'
        Compare-BatchFlow "$TestDrive/compared" -As Text | Should -Not -Match 'hunter2|s3cr3t'
    }

    It 'keeps what a file says of rules' {
        $null = Backup-BatchFlow "$TestDrive/rules" -SecretHandling Ignore
        $file = "$TestDrive/rules/energy/meters/etl_meter_readings.flow.json"
        $mark = '"$suppress": [ { "rule": "BF602", "reason": "a team of one" } ],'
        (Get-Content $file -Raw) -replace '^\{', "{ $mark" | Set-Content $file -NoNewline

        Compare-BatchFlow "$TestDrive/rules" | Should -BeNullOrEmpty
        $null = Backup-BatchFlow "$TestDrive/rules" -SecretHandling Ignore

        $file | Should -FileContentMatch 'a team of one'
        Set-BatchFlow 3001 -Description changed
        $null = Backup-BatchFlow "$TestDrive/rules" -SecretHandling Ignore
        $file | Should -FileContentMatch 'a team of one'
        $file | Should -FileContentMatch 'changed'
        (Restore-BatchFlow "$TestDrive/rules" etl_meter_readings).Action | Should -Be 'Exists'
    }
}
